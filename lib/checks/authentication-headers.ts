import type { AuthenticationScheme, CredentialValues } from "@/lib/connectors/connector";

/** The headers that carry the values. Every field of the scheme must have a value. */
export function authenticationHeaders(scheme: AuthenticationScheme, values: CredentialValues): Record<string, string> {
  const value = (field: string): string => {
    const found = values[field];
    if (found === undefined) throw new Error(`The values lack the field ${field}.`);
    return found;
  };
  switch (scheme.kind) {
    case "headers":
      return Object.fromEntries(scheme.headers.map(({ name, field }) => [name, value(field)]));
    case "basic":
      return {
        authorization: `Basic ${Buffer.from(`${value(scheme.username)}:${value(scheme.password)}`).toString("base64")}`,
      };
    case "bearer":
      return { authorization: `Bearer ${value(scheme.token)}` };
  }
}
