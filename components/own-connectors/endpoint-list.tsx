import { Button } from "@/components/ui/button";
import { DEFINED_AT_MOST } from "@/lib/own-connectors/definition-dto";
import { FormPart, type OfForm, OwnSelect, OwnText, RowFrame } from "./inputs";
import { newEndpoint, newParameter } from "./own-form";
import { useRows } from "./use-rows";

const PAGINGS = [
  ["none", "All at once"],
  ["page", "Pages by number"],
  ["offset", "By how many to skip"],
  ["token", "A token leads to the next page"],
  ["link", "A link leads to the next page"],
] as const;
const KINDS = [
  ["text", "Text"],
  ["datetime", "A time"],
  ["boolean", "Yes or no"],
] as const;

type OfRow = OfForm & { index: number };

function ParameterRows({ index, ...of }: OfRow) {
  const rows = useRows(of.form, `definition.endpoints.${index}.parameters`);
  return (
    <>
      {rows.fields.map(({ id }, at) => (
        <div className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_8rem]" key={id}>
          <OwnText
            {...of}
            className="font-mono"
            label={`Parameter ${at + 1}`}
            name={`definition.endpoints.${index}.parameters.${at}.id`}
            required
          />
          <OwnText {...of} label="Label" name={`definition.endpoints.${index}.parameters.${at}.label`} spellCheck />
          <OwnSelect
            {...of}
            label="Kind"
            name={`definition.endpoints.${index}.parameters.${at}.kind`}
            options={KINDS}
          />
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
      {rows.fields.length < DEFINED_AT_MOST.parameters ? (
        <Button className="w-fit" onClick={() => rows.append(newParameter())} variant="quiet">
          Add a parameter
        </Button>
      ) : null}
    </>
  );
}

function EndpointRow({ index, ...of }: OfRow) {
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
      <ParameterRows {...of} index={index} />
    </>
  );
}

/** What is read with it, if anything. */
export function EndpointList(of: OfForm) {
  const rows = useRows(of.form, "definition.endpoints");
  return (
    <FormPart
      about="Lists of records that data sources read. Without any, the connector only keeps credentials."
      title="What it reads (optional)"
    >
      {rows.fields.map(({ id }, index) => (
        <RowFrame index={index} key={id} onRemove={() => rows.remove(index)} what="Endpoint">
          <EndpointRow {...of} index={index} />
        </RowFrame>
      ))}
      {rows.fields.length < DEFINED_AT_MOST.endpoints ? (
        <Button className="w-fit" onClick={() => rows.append(newEndpoint())}>
          Add an endpoint
        </Button>
      ) : null}
    </FormPart>
  );
}
