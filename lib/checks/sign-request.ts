import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { filled, joinParts, type Part } from "@/lib/connectors/placements";

/** What of a request carries the values: headers, and what follows the question mark of its address. */
export type Signature = { headers: Record<string, string>; query: string };

/** Every field must have a value, but for those that may stay empty. */
export function signatureOf(
  { authentication }: Pick<Connector, "authentication">,
  values: CredentialValues,
): Signature {
  const { fields, placements } = authentication;
  const missing = fields.find(({ id, optional }) => !optional && values[id] === undefined);
  if (missing) throw new Error(`The values lack the field ${missing.id}.`);
  const text = (parts: readonly Part[]) => joinParts(parts, (field) => values[field] ?? "");
  const headers: Record<string, string> = {};
  const query: string[] = [];
  for (const placement of filled(placements, values)) {
    if (placement.in === "header") headers[placement.name.toLowerCase()] = text(placement.parts);
    else if (placement.in === "query") query.push(`${placement.name}=${encodeURIComponent(text(placement.parts))}`);
    else {
      const login = `${text(placement.username)}:${text(placement.password)}`;
      headers.authorization = `Basic ${Buffer.from(login).toString("base64")}`;
    }
  }
  return { headers, query: query.join("&") };
}

/** A target with what signs it behind. */
export const signedTarget = (target: string, { query }: Signature): string =>
  query === "" ? target : `${target}${target.includes("?") ? "&" : "?"}${query}`;
