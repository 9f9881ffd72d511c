import type { AuthenticationScheme, Connector } from "./connector";

function sentFields(scheme: AuthenticationScheme): string[] {
  switch (scheme.kind) {
    case "headers":
      return scheme.headers.map(({ field }) => field);
    case "basic":
      return [scheme.username, scheme.password];
    case "bearer":
      return [scheme.token];
  }
}

const isEmpty = (texts: readonly string[]) => texts.length === 0 || texts.some((text) => text.trim() === "");
const when = (isSo: boolean, flaw: string) => (isSo ? [flaw] : []);

/** What a connector's data lacks, in words for whoever writes it; empty where it can be registered. */
export function connectorFlaws({ authentication, verification, limits, baseUrl }: Connector): string[] {
  const { fields, scheme, guide, refusal, noun } = authentication;
  const sent = sentFields(scheme);
  return [
    ...when(!/^https:/.test(baseUrl) || new URL(baseUrl).origin !== baseUrl, "its address is no https origin"),
    ...fields.flatMap(({ id }) =>
      when(sent.filter((one) => one === id).length !== 1, `${id} is not sent exactly once`),
    ),
    ...when(!fields.some(({ secret }) => secret), "nothing of it is secret"),
    ...when(isEmpty(guide.steps) || isEmpty([guide.roles]), "its guide has no steps or no role"),
    ...when(isEmpty(refusal.causes) || isEmpty([refusal.nextStep]), "a refusal has no causes or no next step"),
    ...when(isEmpty([noun]), "its values have no name"),
    ...when(!verification.path.startsWith("/"), "its verification has no path"),
    ...when(verification.expect.kind === "object" && verification.expect.at.length === 0, "any object proves it"),
    ...when(!(limits.perSecond > 0), "it has no limit"),
  ];
}
