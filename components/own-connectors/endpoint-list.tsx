import { Button } from "@/components/ui/button";
import { DEFINED_AT_MOST, type DefinedEndpoint } from "@/lib/own-connectors/definition-dto";
import { endpointRow } from "./endpoint-rows";
import { FormPart, type OfForm, OwnSelect, OwnText, RowFrame } from "./inputs";
import { ListError } from "./list-error";
import { newEndpoint } from "./own-form";
import { ParameterRows } from "./parameter-rows";
import { useRows } from "./use-rows";

const PAGINGS = [
  ["none", "All at once"],
  ["page", "Pages by number"],
  ["offset", "By how many to skip"],
  ["token", "A token leads to the next page"],
  ["link", "A link leads to the next page"],
] as const;

/** `saved`: what the version that is being edited has. */
type OfList = OfForm & { saved: readonly DefinedEndpoint[] };
type OfRow = OfList & { index: number };

function EndpointRow({ index, saved, ...of }: OfRow) {
  const name = `definition.endpoints.${index}` as const;
  const paging = of.form.watch(`${name}.paging`);
  const isSized = paging !== "none";
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <OwnText {...of} label="Endpoint name" name={`${name}.name`} required spellCheck />
        <OwnText
          {...of}
          className="font-mono"
          label="Endpoint path"
          name={`${name}.path`}
          placeholder="/v1/orders"
          required
        />
        <OwnText
          {...of}
          className="font-mono"
          help="The list in the answer. * if it's the answer itself."
          label="Records at"
          name={`${name}.records`}
          required
        />
        <OwnText
          {...of}
          className="font-mono"
          help="What tells one record from all others."
          label="Id of a record"
          name={`${name}.key`}
          required
        />
      </div>
      <OwnText
        {...of}
        className="font-mono"
        help="Fields with commas between. A preview masks all others."
        label="Shown in a preview"
        name={`${name}.shown`}
      />
      <OwnSelect {...of} label="Pages" name={`${name}.paging`} options={PAGINGS} />
      {isSized ? (
        <div className="grid gap-3 sm:grid-cols-2">
          {paging === "token" || paging === "link" ? (
            <OwnText
              {...of}
              className="font-mono"
              help={`Keys of the answer, or “header” and its name.${paging === "link" ? " Followed on this host only." : ""}`}
              label={paging === "link" ? "The link is at" : "The token is at"}
              name={`${name}.at`}
              required
            />
          ) : null}
          {paging === "link" ? null : (
            <OwnText {...of} className="font-mono" label="Sent as" name={`${name}.parameter`} required />
          )}
          <OwnText
            {...of}
            className="font-mono"
            label="Page size is sent as"
            name={`${name}.sizeParameter`}
            required={paging === "offset"}
          />
          <OwnText {...of} className="tabular-nums" inputMode="numeric" label="Page size" name={`${name}.size`} />
        </div>
      ) : null}
      <ParameterRows {...of} index={index} saved={saved} />
    </>
  );
}

/** What is read with it, if anything. */
export function EndpointList({ saved, ...of }: OfList) {
  const rows = useRows(of.form, "definition.endpoints");
  const gone = saved.filter(({ id }) => !rows.values.some((row) => row.id === id));
  return (
    <FormPart
      about="Lists of records that data sources read. Without any, the connector only keeps credentials."
      title="What it reads (optional)"
    >
      {rows.fields.map(({ id }, index) => (
        <RowFrame index={index} key={id} onRemove={() => rows.remove(index)} what="Endpoint">
          <EndpointRow {...of} index={index} saved={saved} />
        </RowFrame>
      ))}
      <ListError
        error={rows.error}
        gone={gone.map((one) => ({ name: one.name, onPutBack: () => rows.append(endpointRow(one)) }))}
      />
      {rows.fields.length < DEFINED_AT_MOST.endpoints ? (
        <Button className="w-fit" onClick={() => rows.append(newEndpoint())}>
          Add an endpoint
        </Button>
      ) : null}
    </FormPart>
  );
}
