import { isSafeOnTheWay } from "./safe-on-the-way";

/** What the operator says of hosts of connectors that workspaces define: all public ones, a zone, or one by its name. */
type Rule = { any: true } | { suffix: string } | { name: string; address?: string };

/** Of one host. `isListed`: by its name or its zone, and not only as one of all. */
export type HostSay = {
  isListed: boolean;
  /** It may lie in a private network: only where it is named itself. */
  allowPrivate: boolean;
  /** Where the operator has its requests go instead. */
  address?: string;
};

const LABELS = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/;
const isName = (text: string) => LABELS.test(text) && text.length <= 253 && !/^[\d.]+$/.test(text);

function readRule(entry: string, allowInsecure: boolean): Rule | undefined {
  if (entry === "*") return { any: true };
  if (entry.startsWith(".")) return isName(entry.slice(1)) ? { suffix: entry } : undefined;
  const [name = "", ...rest] = entry.split("=");
  if (!isName(name)) return undefined;
  if (rest.length === 0) return { name };
  const address = rest.join("=").replace(/\/+$/, "");
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const { origin, username } = new URL(address);
  if (username !== "" || origin.toLowerCase() !== address.toLowerCase()) return undefined;
  return allowInsecure || isSafeOnTheWay(address) ? { name, address: origin } : undefined;
}

/** What `CUSTOM_CONNECTOR_HOSTS` says; the entry that says nothing, if there is one. */
export function readHostRules(text: string, allowInsecure: boolean): { rules: Rule[]; wrong?: string } {
  const entries = text.split(/[\s,]+/).filter(Boolean);
  const rules = entries.map((entry) => readRule(entry.toLowerCase(), allowInsecure));
  const wrong = entries.find((_, index) => rules[index] === undefined);
  return { rules: rules.filter((rule) => rule !== undefined), ...(wrong === undefined ? {} : { wrong }) };
}

export const redirectsOf = (rules: readonly Rule[]) =>
  rules.flatMap((rule) =>
    "name" in rule && rule.address !== undefined ? [{ host: rule.name, address: rule.address }] : [],
  );

/** The entries as they were written, but for where they lead. */
export const entriesOf = (rules: readonly Rule[]): string[] =>
  rules.map((rule) => ("any" in rule ? "*" : "suffix" in rule ? rule.suffix : rule.name));

/** What the rules say of a host; undefined where values may not go there. */
export function sayOf(rules: readonly Rule[], host: string): HostSay | undefined {
  const named = rules.find((rule) => "name" in rule && rule.name === host);
  if (named && "name" in named) {
    const { address } = named;
    return { isListed: true, allowPrivate: true, ...(address === undefined ? {} : { address }) };
  }
  if (rules.some((rule) => "suffix" in rule && host.endsWith(rule.suffix) && host.length > rule.suffix.length))
    return { isListed: true, allowPrivate: false };
  return rules.some((rule) => "any" in rule) ? { isListed: false, allowPrivate: false } : undefined;
}
