import type { Contested } from "@/components/ui/edit-conflict";
import type { FormConnector, FormEndpoint } from "@/lib/connectors/connector";
import { describeParameters } from "@/lib/connectors/describe-parameters";
import { readableParameters } from "@/lib/connectors/parse-parameter";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { momentInUtc } from "@/lib/platform/moment-words-dto";
import { isSet } from "./draft";

/** Three states of a source's form: as it was opened, where that is known, as it is typed, and as someone else saved it. */
export type Sides = { before: DataSourceForm | undefined; mine: DataSourceForm; theirs: DataSourceForm };

type Change = Contested & {
  /** Whether it was changed here, too. */
  isMine: boolean;
  /** The form with theirs in place of mine. */
  take: (form: DataSourceForm) => DataSourceForm;
};

type Known = {
  connector: Pick<FormConnector, "endpoints">;
  /** What a credential is called. */
  nameOf: (credentialId: string | undefined) => string;
};

type Side = {
  id: string;
  label: string;
  read: (form: DataSourceForm) => unknown;
  say: (form: DataSourceForm) => string;
};

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A parameter as it would be stored; what is still being typed, as it is. */
const storedAs = (endpoint: FormEndpoint, id: string, { parameters }: DataSourceForm) =>
  readableParameters(endpoint, parameters)[id] ?? (isSet(parameters[id]) ? parameters[id] : undefined);

const saidOf = (endpoint: FormEndpoint, form: DataSourceForm) =>
  describeParameters(endpoint, readableParameters(endpoint, form.parameters)).map((one) => ({
    ...one,
    text: "moment" in one ? momentInUtc(one.moment) : one.texts.join(", "),
  }));

/** What of the request is compared: each parameter of one endpoint, or all of two. */
function requestSides({ endpoints }: Known["connector"], { mine, theirs }: Sides): (Side & { take: Change["take"] })[] {
  const endpointOf = ({ endpointId }: DataSourceForm) => endpoints.find(({ id }) => id === endpointId);
  const endpoint = endpointOf(theirs);
  if (endpoint && mine.endpointId === theirs.endpointId) {
    return endpoint.parameters.map(({ id, label }) => ({
      ...{ id: `parameters.${id}`, label },
      read: (form) => (form.endpointId === endpoint.id ? storedAs(endpoint, id, form) : undefined),
      say: (form) => saidOf(endpoint, form).find((one) => one.id === id)?.text ?? String(form.parameters[id] ?? ""),
      take: (form) => ({ ...form, parameters: { ...form.parameters, [id]: theirs.parameters[id] } }),
    }));
  }
  return [
    {
      ...{ id: "endpointId", label: "Endpoint" },
      read: (form) => {
        const own = endpointOf(form);
        return [form.endpointId, own?.parameters.map(({ id }) => storedAs(own, id, form))];
      },
      say: (form) => {
        const own = endpointOf(form);
        const set = own ? saidOf(own, form).map(({ label, text }) => `${label}: ${text}`) : [];
        return [own?.name ?? form.endpointId, ...set].join("\n");
      },
      take: (form) => ({ ...form, endpointId: theirs.endpointId, parameters: theirs.parameters }),
    },
  ];
}

/** What someone else changed in a data source since its form was opened, field by field, and is not what stands here. */
export function theirChanges({ connector, nameOf }: Known, sides: Sides): Change[] {
  const { before, mine, theirs } = sides;
  const all: (Side & { take: Change["take"] })[] = [
    {
      ...{ id: "name", label: "Data source name", read: ({ name }) => name, say: ({ name }) => name },
      take: (form) => ({ ...form, name: theirs.name }),
    },
    {
      ...{ id: "credentialId", label: "Credential", read: ({ credentialId }) => credentialId },
      say: ({ credentialId }) => nameOf(credentialId),
      take: (form) => ({
        ...form,
        ...(theirs.credentialId === undefined ? {} : { credentialId: theirs.credentialId }),
      }),
    },
    ...requestSides(connector, sides),
  ];
  return all.flatMap(({ id, label, read, say, take }) => {
    const isTheirs = !before || !same(read(before), read(theirs));
    if (!isTheirs || same(read(mine), read(theirs))) return [];
    const isMine = !before || !same(read(before), read(mine));
    return [{ id, label, theirs: say(theirs), yours: say(mine), isMine, take }];
  });
}
