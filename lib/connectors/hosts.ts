type Values = Readonly<Record<string, string>>;

/** What of a credential's field matters here. */
type Field = { id: string; host?: TypedHost };

/** Where requests go. Nobody types an address: a connector says which there are. */
export type Host<FieldId extends string = string> =
  | { kind: "fixed"; origin: string }
  /** By the value of a choice. */
  | { kind: "choice"; field: FieldId; origins: Readonly<Record<string, string>> }
  /** What a text field says by its `host`: a label before a suffix, or a whole name under one of several. */
  | { kind: "typed"; field: FieldId }
  /** By the end of the key itself, behind its last `after`: small letters and digits. */
  | { kind: "keyEnd"; field: FieldId; after: string; suffix: string };

/** What of a host people type. Suffixes begin with a dot, and name zones in which the provider runs every name. */
export type TypedHost = { is: "label"; suffix: string } | { is: "name"; suffixes: readonly string[] };

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What people paste, as what the field is for: an address down to its host, and that down to its label. */
export function reduceHost(typed: string, host: TypedHost): string {
  const text = typed.trim().toLowerCase();
  const name = text.replace(/^https?:\/\//, "").replace(/[/?#].*$/, "");
  if (host.is === "name") return name;
  return name.endsWith(host.suffix) ? name.slice(0, -host.suffix.length) : name;
}

/** The host that a typed value means; undefined for anything that could lead elsewhere. */
export function hostName(value: string, host: TypedHost): string | undefined {
  const suffix = host.is === "label" ? host.suffix : host.suffixes.find((one) => value.endsWith(one));
  if (suffix === undefined) return undefined;
  const labels = host.is === "label" ? [value] : value.slice(0, -suffix.length).split(".");
  const name = host.is === "label" ? value + suffix : value;
  const isName = labels.length <= 3 && labels.every((label) => LABEL.test(label)) && name.length <= 253;
  if (!isName || !URL.canParse(`https://${name}`)) return undefined;
  const { hostname, port, username, pathname } = new URL(`https://${name}`);
  return hostname === name && port === "" && username === "" && pathname === "/" ? name : undefined;
}

function byKeyEnd(key: string, after: string, suffix: string): string | undefined {
  const at = key.lastIndexOf(after);
  const end = at === -1 ? "" : key.slice(at + after.length);
  return /^[a-z]{1,8}[0-9]{0,4}$/.test(end) ? `https://${end}${suffix}` : undefined;
}

/** The one origin that requests with these values go to; undefined where the values name none. */
export function originOf(host: Host, fields: readonly Field[], values: Values): string | undefined {
  if (host.kind === "fixed") return host.origin;
  const value = values[host.field];
  if (value === undefined) return undefined;
  if (host.kind === "choice") return Object.hasOwn(host.origins, value) ? host.origins[value] : undefined;
  if (host.kind === "keyEnd") return byKeyEnd(value, host.after, host.suffix);
  const typed = fields.find(({ id }) => id === host.field)?.host;
  const name = typed && hostName(value, typed);
  return name && `https://${name}`;
}

/** The origins that are known without values. */
export function knownOrigins(host: Host): string[] {
  if (host.kind === "fixed") return [host.origin];
  return host.kind === "choice" ? [...new Set(Object.values(host.origins))] : [];
}
