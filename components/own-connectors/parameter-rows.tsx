import { Button } from "@/components/ui/button";
import { DEFINED_AT_MOST, type DefinedEndpoint } from "@/lib/own-connectors/definition-dto";
import { endpointRow } from "./endpoint-rows";
import { type OfForm, OwnSelect, OwnText } from "./inputs";
import { ListError } from "./list-error";
import { newParameter } from "./own-form";
import { useRows } from "./use-rows";

const KINDS = [
  ["text", "Text"],
  ["datetime", "A time"],
  ["boolean", "Yes or no"],
] as const;

type OfParameters = OfForm & { index: number; saved: readonly DefinedEndpoint[] };

/** What a data source can be asked with. */
export function ParameterRows({ index, saved, ...of }: OfParameters) {
  const name = `definition.endpoints.${index}.parameters` as const;
  const rows = useRows(of.form, name);
  const endpointId = of.form.getValues(`definition.endpoints.${index}.id`);
  const before = saved.filter(({ id }) => id === endpointId).flatMap((one) => endpointRow(one).parameters);
  const gone = before.filter(({ id }) => !rows.values.some((row) => row.id.trim() === id));
  return (
    <>
      {rows.fields.map(({ id }, at) => (
        <div className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_8rem]" key={id}>
          <OwnText {...of} className="font-mono" label={`Parameter ${at + 1}`} name={`${name}.${at}.id`} required />
          <OwnText {...of} label="Label" name={`${name}.${at}.label`} spellCheck />
          <OwnSelect {...of} label="Kind" name={`${name}.${at}.kind`} options={KINDS} />
          <Button
            aria-label={`Remove parameter ${at + 1}`}
            className="w-fit sm:col-span-3"
            onClick={() => rows.remove(at)}
            variant="quiet"
          >
            Remove
          </Button>
        </div>
      ))}
      <ListError
        error={rows.error}
        gone={gone.map((row) => ({ name: row.label, onPutBack: () => rows.append(row) }))}
      />
      {rows.fields.length < DEFINED_AT_MOST.parameters ? (
        <Button className="w-fit" onClick={() => rows.append(newParameter())} variant="quiet">
          Add a parameter
        </Button>
      ) : null}
    </>
  );
}
