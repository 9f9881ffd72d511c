import { Button } from "@/components/ui/button";
import { DEFINED_AT_MOST } from "@/lib/own-connectors/definition-dto";
import { FormPart, type OfForm, OwnSelect, OwnText, RowFrame } from "./inputs";
import { newPlacement } from "./own-form";
import { useRows } from "./use-rows";

const PLACES = [
  ["header", "Header"],
  ["query", "Parameter in the address"],
  ["basic", "Basic login"],
] as const;

type SlotProps = OfForm & { name: `definition.placements.${number}.${"one" | "two"}`; what: string };

/** Fixed text, a value and fixed text: what stands in one place. */
function SlotFields({ name, what, ...of }: SlotProps) {
  const [fields, kept] = of.form.watch(["definition.fields", `${name}.kept`]);
  const options = [
    ["", "No value"] as const,
    ...fields.map(({ id, label }, index) => [id, label || `Value ${index + 1}`] as const),
  ];
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <OwnText {...of} label={`Text before${what}`} name={`${name}.before`} />
      <OwnSelect {...of} label={`Value${what}`} name={`${name}.field`} options={options} />
      <OwnText {...of} label={`Text after${what}`} name={`${name}.after`} />
      {kept ? <p className="text-meta text-muted sm:col-span-3">More follows, as the file says. It stays.</p> : null}
    </div>
  );
}

function PlacementRow({ index, ...of }: OfForm & { index: number }) {
  const name = `definition.placements.${index}` as const;
  const [place, field] = of.form.watch([`${name}.in`, `${name}.one.field`]);
  const warning =
    place === "query" && field ? (
      <span className="text-warn">
        What's in an address ends up in logs on the way. Prefer a header if there is one.
      </span>
    ) : undefined;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <OwnSelect {...of} help={warning} label="Where" name={`${name}.in`} options={PLACES} />
        {place === "basic" ? null : (
          <OwnText
            {...of}
            className="font-mono"
            label={place === "query" ? "Parameter" : "Header"}
            name={`${name}.name`}
            required
          />
        )}
      </div>
      {place === "basic" ? (
        <>
          <SlotFields {...of} name={`${name}.one`} what=" (user name)" />
          <SlotFields {...of} name={`${name}.two`} what=" (password)" />
        </>
      ) : (
        <SlotFields {...of} name={`${name}.one`} what="" />
      )}
    </>
  );
}

/** How the values travel with each request. */
export function PlacementRows(of: OfForm) {
  const rows = useRows(of.form, "definition.placements");
  return (
    <FormPart
      about="Where each value stands in a request. One without a value is sent as it is, a version number say. Never put a secret into the text."
      title="How they travel"
    >
      {rows.fields.map(({ id }, index) => (
        <RowFrame
          index={index}
          key={id}
          onRemove={rows.fields.length > 1 ? () => rows.remove(index) : undefined}
          what="Place"
        >
          <PlacementRow {...of} index={index} />
        </RowFrame>
      ))}
      {rows.fields.length < DEFINED_AT_MOST.placements ? (
        <Button className="w-fit" onClick={() => rows.append(newPlacement())}>
          Add a place
        </Button>
      ) : null}
    </FormPart>
  );
}
