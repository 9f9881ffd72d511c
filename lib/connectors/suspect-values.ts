import type { CredentialValues, SignInConnector } from "./connector";

/** The headers in which a connector's values travel, and those that its values are mistaken for. */
function headersOf({ authentication: { placements = [], mistakenFor = [] } }: SignInConnector): string[] {
  const own = placements.map((one) => (one.in === "basic" ? "Authorization" : one.name));
  return [...own, ...mistakenFor.map(({ header }) => header)];
}

/** "https://…", or the name of a host with a path. */
export const looksLikeAddress = (text: string): boolean =>
  /^(?:https?:\/\/\S+|www\.\S+|[\w-]+(?:\.[\w-]+)+\/\S*)$/i.test(text);

/** What looks copied along with a value, for a refusal to name first. It says which field and never repeats a value. */
export function suspectValues(connector: SignInConnector, values: CredentialValues): string[] {
  const headers = headersOf(connector).map((name) => name.toLowerCase());
  return connector.authentication.fields.flatMap(({ id, label, secret }) => {
    const value = (values[id] ?? "").trim();
    const name = value.toLowerCase().split(/[:=]/, 1)[0] ?? "";
    return [
      ...(secret && looksLikeAddress(value) ? [`${label} looks like an address. Copy the value itself.`] : []),
      ...(/^(["'`]).*\1$/.test(value) ? [`${label} has quotes around it. Remove them.`] : []),
      ...(name !== value.toLowerCase() && headers.includes(name.replace(/^["'`]/, ""))
        ? [`${label} starts with a header name. Enter only what follows it.`]
        : []),
    ];
  });
}
