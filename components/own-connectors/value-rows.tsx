import { Button } from "@/components/ui/button";
import { DEFINED_AT_MOST } from "@/lib/own-connectors/definition-dto";
import { FormPart, type OfForm, OwnSelect, OwnText, RowFrame } from "./inputs";
import { newField } from "./own-form";
import { useRows } from "./use-rows";

const KINDS = [
  ["secret", "Secret: encrypted, and never shown"],
  ["plain", "Not secret: everyone here sees it"],
  ["optional", "Not secret, and can stay empty"],
] as const;

/** What a credential of the connector asks for. */
export function ValueRows(of: OfForm) {
  const rows = useRows(of.form, "definition.fields");
  return (
    <FormPart
      about={`What a credential asks for: up to ${DEFINED_AT_MOST.fields} values, at least one of them secret.`}
      title="Values"
    >
      {rows.fields.map(({ id }, index) => (
        <RowFrame
          index={index}
          key={id}
          onRemove={rows.fields.length > 1 ? () => rows.remove(index) : undefined}
          what="Value"
        >
          <OwnText {...of} label="Label" name={`definition.fields.${index}.label`} required spellCheck />
          <OwnSelect {...of} label="Kind" name={`definition.fields.${index}.kind`} options={KINDS} />
          <OwnText
            {...of}
            help="Under the input. Left empty, it says where the value is sent."
            label="Help"
            name={`definition.fields.${index}.help`}
            spellCheck
          />
        </RowFrame>
      ))}
      {rows.fields.length < DEFINED_AT_MOST.fields ? (
        <Button className="w-fit" onClick={() => rows.append(newField(of.form.getValues("definition.fields")))}>
          Add a value
        </Button>
      ) : null}
    </FormPart>
  );
}
