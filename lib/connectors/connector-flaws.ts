import type { Connector, CredentialField } from "./connector";
import { knownOrigins, type TypedHost } from "./hosts";
import { fieldsIn, partsOf } from "./placements";
import { probeCalls } from "./probe-calls";

const isEmpty = (texts: readonly string[]) => texts.length === 0 || texts.some((text) => text.trim() === "");
const when = (isSo: boolean, flaw: string) => (isSo ? [flaw] : []);

const isOrigin = (url: string) => /^https:/.test(url) && new URL(url).origin === url;
const suffixesOf = (host: TypedHost) => (host.is === "label" ? [host.suffix] : host.suffixes);
const isZone = (suffix: string) => /^\.[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(suffix);

function hostFlaws({ hosts: { api }, authentication: { fields } }: Connector): string[] {
  const field = "field" in api ? fields.find(({ id }) => id === api.field) : undefined;
  const typed = field && !field.secret && field.kind === "text" ? field.host : undefined;
  const options = field && !field.secret && field.kind === "choice" ? field.options.map(({ value }) => value) : [];
  return [
    ...when(!knownOrigins(api).every(isOrigin), "an address of its is no https origin"),
    ...when(api.kind === "typed" && (!typed || !suffixesOf(typed).every(isZone)), "its host is under no zone"),
    ...when(api.kind !== "typed" && fields.some((one) => "host" in one), "a field names a host that is not asked"),
    ...when(
      api.kind === "choice" && options.toSorted().join() !== Object.keys(api.origins).toSorted().join(),
      "its choices and its hosts differ",
    ),
    ...when(api.kind === "keyEnd" && (!field?.secret || !isZone(api.suffix)), "its key names no host under a zone"),
  ];
}

function fieldFlaws({ hosts: { api }, authentication: { fields, placements, guide, exchange } }: Connector): string[] {
  const traded = exchange ? [exchange.clientId, exchange.clientSecret] : [];
  const sent = [...placements.flatMap(fieldsIn), ...traded];
  const isHost = ({ id }: CredentialField) => api.kind !== "keyEnd" && "field" in api && api.field === id;
  const names = placements.map((one) => (one.in === "basic" ? "authorization" : one.name.toLowerCase()));
  return [
    ...fields.flatMap((field) =>
      when(sent.filter((id) => id === field.id).length !== 1 && !isHost(field), `${field.id} is not sent exactly once`),
    ),
    ...fields.flatMap((field) => {
      const format = !field.secret && field.kind === "text" ? field.format : undefined;
      const fits = !format || new RegExp(`^(?:${format.pattern})$`).test(format.example);
      return when(!fits, `${field.id} takes not even its example`);
    }),
    ...when(!fields.some(({ secret }) => secret), "nothing of it is secret"),
    ...when(!fields.every(({ secret, optional }) => !(secret && optional)), "a secret may be left out"),
    ...when(exchange !== undefined && placements.length > 0, "a token signs, and something beside it"),
    ...when(exchange?.apiAt !== undefined && api.kind !== "typed", "an answer names a host that nobody typed"),
    ...when(new Set(names).size !== names.length, "two of its headers have one name"),
    ...when(
      names.some((name) => FORBIDDEN.test(name)),
      "a header of its is the connection's",
    ),
    ...when(
      placements.flatMap(partsOf).some((part) => typeof part === "string" && /[^\x20-\x7e]/.test(part)),
      "a text of its placements cannot be sent",
    ),
    ...when(
      (guide.page ?? []).some(
        (part) => typeof part !== "string" && !fields.some((one) => !one.secret && one.id === part.field),
      ),
      "a secret is part of a link",
    ),
    ...when(guide.page !== undefined && !/^https:\/\/[^/]*/.test(String(guide.page[0])), "its link is not https"),
  ];
}

const FORBIDDEN =
  /^(host|content-length|transfer-encoding|connection|upgrade|cookie|te|forwarded|proxy-.*|x-forwarded-.*)$/;

function proofFlaws({ verification, hosts: { api } }: Connector): string[] {
  const { expect, holds = [], path, method, body, noTenant, forbidden } = verification;
  return [
    ...when(!path.startsWith("/"), "its verification has no path"),
    ...when(path.includes("{"), "its path has a template"),
    ...when(expect.kind === "object" && expect.at.length === 0 && holds.length === 0, "any object proves it"),
    ...when(expect.kind === "array" && expect.at.length === 0 && !expect.idAt, "any list proves it"),
    ...when(method === "GET" && body !== undefined, "a GET has a body"),
    ...when(noTenant !== undefined && api.kind !== "typed", "nobody types its host, and yet it may be nobody's"),
    ...when(typeof forbidden === "object" && isEmpty([forbidden.mayNotRead]), "what may not be read has no name"),
  ];
}

function probeFlaws(connector: Connector): string[] {
  const { probes, endpoints } = connector;
  const calls = probeCalls(connector);
  const asked = (probes?.of ?? []).flatMap((probe) =>
    "endpoint" in probe ? endpoints.filter(({ id }) => id === probe.endpoint) : [],
  );
  return [
    ...when(calls.length !== (probes?.of ?? []).length, "a probe of its asks an endpoint that is not there"),
    ...when(probes?.of.length === 0, "it says that it has probes, and has none"),
    ...when(new Set(calls.map(({ id }) => id)).size !== calls.length, "two probes of its are one"),
    ...when(calls.length > 6, "its probes are too many for one deadline"),
    ...when(isEmpty(["-", ...calls.map(({ reads }) => reads)]), "what a probe reads has no name"),
    ...when(!calls.every(({ call }) => call.path.startsWith("/")), "a probe of its has no path"),
    ...when(
      calls.some(({ call }) => call.method === "GET" && call.body !== undefined),
      "a probe of its is a GET with a body",
    ),
    ...when(
      asked.some(({ parameters, reading }) => reading.each || parameters.some(({ required }) => required)),
      "a probe of its asks what has to be chosen first",
    ),
  ];
}

/** What a connector's data lacks, in words for whoever writes it; empty where it can be registered. */
export function connectorFlaws(connector: Connector): string[] {
  const { guide, refusal, noun } = connector.authentication;
  return [
    ...hostFlaws(connector),
    ...fieldFlaws(connector),
    ...proofFlaws(connector),
    ...probeFlaws(connector),
    ...when(isEmpty(guide.steps) || isEmpty([guide.roles]), "its guide has no steps or no role"),
    ...when(guide.ends !== undefined && !guide.warnings.includes(guide.ends), "its guide does not say when it ends"),
    ...when(isEmpty(refusal.causes) || isEmpty([refusal.nextStep]), "a refusal has no causes or no next step"),
    ...when(isEmpty([noun]), "its values have no name"),
    ...when(!connector.limits.every(({ requests, seconds }) => requests > 0 && seconds > 0), "a limit of its is none"),
    ...when(isEmpty([connector.name, connector.summary, connector.category]), "it has no name, summary or category"),
  ];
}
