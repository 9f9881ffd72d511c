import "server-only";
import { connectorFlaws } from "@/lib/connectors/connector-flaws";
import { fieldsIn, partsOf } from "@/lib/connectors/placements";
import { readingFlaws } from "@/lib/connectors/reading-flaws";
import { nameKey } from "@/lib/platform/text-schema";
import { builtInLike } from "./built-in-like";
import { connectorOfDefinition } from "./connector-of-definition";
import type { Definition } from "./definition-dto";

export type DefinitionFlaw = { path: (string | number)[]; message: string };

const repeated = (texts: readonly string[]) => texts.findIndex((text, index) => texts.indexOf(text) < index);

/** Labels that are a built-in connector's name. */
export const labelFlaws = ({ fields }: Definition): DefinitionFlaw[] =>
  fields.flatMap(({ label }, index) => {
    const own = builtInLike(label);
    const message = `${own} is another connector's name. Call this field what it is, such as API Key.`;
    return own ? [{ path: ["fields", index, "label"], message }] : [];
  });

function fieldFlaws({ fields, placements }: Definition): DefinitionFlaw[] {
  const [ids, labels] = [fields.map(({ id }) => id), fields.map(({ label }) => nameKey(label))];
  const sent = placements.flatMap(fieldsIn);
  const [id, label] = [repeated(ids), repeated(labels)];
  return [
    ...(id === -1 ? [] : [{ path: ["fields", id, "id"], message: "Another field has this id." }]),
    ...(label === -1 ? [] : [{ path: ["fields", label, "label"], message: "Another field has this label." }]),
    ...(fields.some(({ secret }) => secret)
      ? []
      : [{ path: ["fields"], message: "At least one field has to be secret: it proves who asks." }]),
    ...fields.flatMap((field, index) => {
      const times = sent.filter((one) => one === field.id).length;
      if (times === 1) return [];
      const message = times === 0 ? `${field.label} is never sent.` : `${field.label} is sent more than once.`;
      return [{ path: ["fields", index, "label"], message }];
    }),
  ];
}

function placementFlaws({ fields, placements, endpoints }: Definition): DefinitionFlaw[] {
  const names = placements.map((one) => (one.in === "basic" ? "authorization" : one.name.toLowerCase()));
  const twice = repeated(names);
  const inQuery = placements.flatMap((one) => (one.in === "query" ? [one.name] : []));
  const unknown = placements.flatMap((one, index) =>
    fieldsIn(one).every((id) => fields.some((field) => field.id === id))
      ? []
      : [{ path: ["placements", index], message: "This sends a field that the connector doesn't have." }],
  );
  const empty = placements.flatMap((one, index) =>
    one.in !== "basic" && partsOf(one).every((part) => part === "")
      ? [{ path: ["placements", index], message: "Nothing is sent here. Add a value or fixed text." }]
      : [],
  );
  const colon = placements.flatMap((one, index) =>
    one.in === "basic" && one.username.some((part) => typeof part === "string" && part.includes(":"))
      ? [{ path: ["placements", index], message: "A user name can't have a colon: the password would begin at it." }]
      : [],
  );
  const asked = endpoints.flatMap(({ parameters }, index) =>
    parameters.some(({ id }) => inQuery.includes(id))
      ? [{ path: ["endpoints", index, "parameters"], message: "A parameter has the name that a value travels under." }]
      : [],
  );
  return [
    ...(twice === -1 ? [] : [{ path: ["placements", twice], message: "Another value travels under this name." }]),
    ...[...unknown, ...empty, ...colon, ...asked],
  ];
}

function proofFlaws({ proof: { method, body, expect, holds = [] } }: Definition): DefinitionFlaw[] {
  const anything = expect.at.length === 0 && (expect.kind === "object" ? holds.length === 0 : !expect.idAt);
  return [
    ...(method === "GET" && body !== undefined ? [{ path: ["proof", "body"], message: "A GET has no body." }] : []),
    ...(anything
      ? [{ path: ["proof", "expect"], message: "Any answer would prove the values. Say what it has to hold." }]
      : []),
  ];
}

function endpointFlaws({ endpoints }: Definition): DefinitionFlaw[] {
  const twice = repeated(endpoints.map(({ id }) => id));
  return [
    ...(twice === -1 ? [] : [{ path: ["endpoints", twice, "id"], message: "Another endpoint has this id." }]),
    ...endpoints.flatMap(({ parameters }, index) => {
      const same = repeated(parameters.map(({ id }) => id));
      const path = ["endpoints", index, "parameters", same, "id"];
      return same === -1 ? [] : [{ path, message: "Another parameter has this name." }];
    }),
  ];
}

/** How a definition's parts don't go together, each with its place. What built-in connectors are held to comes last. */
export function definitionFlaws(definition: Definition): DefinitionFlaw[] {
  const flaws = [
    ...fieldFlaws(definition),
    ...placementFlaws(definition),
    ...proofFlaws(definition),
    ...endpointFlaws(definition),
  ];
  if (flaws.length > 0) return flaws;
  const connector = connectorOfDefinition("own", definition);
  return [
    ...connectorFlaws(connector).map((flaw) => ({ path: [], message: `This connector can't work: ${flaw}.` })),
    ...connector.endpoints.flatMap((endpoint, index) =>
      readingFlaws(connector, endpoint).map((flaw) => ({
        path: ["endpoints", index],
        message: `This can't be read: ${flaw}.`,
      })),
    ),
  ];
}
