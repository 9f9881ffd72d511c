import { randomBytes } from "node:crypto";
import { askWith, type Send } from "@/lib/checks/ask-with";
import { parseAnswer } from "@/lib/checks/expected-answer";
import type { VerificationOutcome } from "@/lib/checks/verification-dto";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import type { OutboundAnswer, OutboundFailure } from "@/lib/platform/outbound-request";

export type Asked = { outcome: VerificationOutcome; status?: number; shape?: unknown };

const letters = (count: number) =>
  Array.from(randomBytes(count), (byte) => String.fromCharCode(97 + (byte % 26))).join("");

/** Values of the right form that nobody has. */
export function inventedValues({ hosts: { api }, authentication: { fields } }: Connector): CredentialValues {
  return Object.fromEntries(
    fields
      .filter(({ optional }) => !optional)
      .map((field) => {
        if (field.secret)
          return [field.id, `${randomBytes(20).toString("hex")}${api.kind === "keyEnd" ? `${api.after}us1` : ""}`];
        if (field.kind === "choice") return [field.id, field.options[0]?.value ?? ""];
        if (field.host) return [field.id, `${letters(20)}${field.host.is === "name" ? field.host.suffixes[0] : ""}`];
        return [field.id, field.format?.example ?? letters(12)];
      }),
  );
}

/** The values of an account, from the environment: HUBSPOT_ACCESS_TOKEN. Undefined where one is missing. */
export function valuesFrom(
  environment: NodeJS.ProcessEnv,
  { id, authentication }: Connector,
): CredentialValues | undefined {
  const nameOf = (field: string) =>
    `${id}-${field.replaceAll(/([a-z])([A-Z])/g, "$1-$2")}`.toUpperCase().replaceAll("-", "_");
  const values: CredentialValues = {};
  for (const field of authentication.fields) {
    const value = environment[nameOf(field.id)];
    if (value) values[field.id] = value;
    else if (!field.optional) return undefined;
  }
  return values;
}

/** Keys and types of an answer, without a value of it. */
export function shapeOf(json: unknown): unknown {
  if (Array.isArray(json)) return json.slice(0, 1).map(shapeOf);
  if (typeof json === "object" && json !== null)
    return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, shapeOf(value)]));
  return json === null ? "null" : typeof json;
}

/** Asks once what the app would ask, and judges as it would. */
export async function askConnector(connector: Connector, values: CredentialValues, send: Send): Promise<Asked> {
  let last: OutboundAnswer | OutboundFailure | undefined;
  const { outcome } = await askWith(connector, values, async (request) => {
    last = await send(request);
    return last;
  });
  return last?.kind === "answer" ? { outcome, status: last.status, shape: shapeOf(parseAnswer(last)) } : { outcome };
}

/** Whether an invented key came to what the connector's data says of one. A name that nobody has proves no refusal. */
export const isRefusal = ({ outcome }: Asked): boolean => outcome === "refused";
/** Whether the values of an account did. That something may not be read proves no acceptance. */
export const isAcceptance = ({ outcome }: Asked): boolean => outcome.startsWith("accepted");
