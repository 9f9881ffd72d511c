import type { DatabaseLogin } from "./database-login";
import { unquote, withoutVariable } from "./named-pairs";

/** What an address of a database has, by field id; with the sslmode that it asks for. */
export type Dsn = { values: Record<string, string>; sslmode: string | undefined };

const decode = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

type Parts = { host?: string; port?: string; database?: string; user?: string; password?: string; sslmode?: string };

/** `postgres://user:password@host:5432/database?sslmode=require`, taken apart by hand: passwords hold what `new URL` refuses. */
function partsOfAddress(text: string, schemes: readonly string[]): Parts | undefined {
  const [, scheme = "", rest = ""] = /^(?:jdbc:)?([a-z]+):\/\/(\S+)$/i.exec(text) ?? [];
  if (!schemes.includes(scheme.toLowerCase())) return undefined;
  // The last @ ends the login: what is in front of it is none of the path, however it looks.
  const [, login = "", place = "", database = "", query = ""] =
    /^(?:(.*)@)?([^@/?#]*)(?:\/([^?#]*))?(?:\?(.*))?$/.exec(rest) ?? [];
  const colon = login.indexOf(":");
  const asked = new URLSearchParams(query);
  const [, host = "", port = ""] = /^([^:]*)(?::(\d+))?$/.exec(place.split(",", 1)[0] ?? "") ?? [];
  return {
    host: decode(host) || (asked.get("host") ?? ""),
    port: port || (asked.get("port") ?? ""),
    database: decode(database) || (asked.get("dbname") ?? ""),
    user: decode(colon === -1 ? login : login.slice(0, colon)) || (asked.get("user") ?? ""),
    password: (colon === -1 ? "" : decode(login.slice(colon + 1))) || (asked.get("password") ?? ""),
    sslmode: asked.get("sslmode") ?? "",
  };
}

/** `host=… dbname='…' user=…`, as libpq reads it: quotes around what has blanks, a backslash before a quote. */
function partsOfKeywords(text: string): Parts | undefined {
  const pairs: Record<string, string> = {};
  const word = /\s*([a-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?=\s|$)/gy;
  let end = 0;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    end = word.lastIndex;
    pairs[match[1] ?? ""] = (match[2] ?? match[3] ?? "").replace(/\\(.)/g, "$1");
  }
  if (text.slice(end).trim() !== "" || !("host" in pairs) || Object.keys(pairs).length < 2) return undefined;
  return {
    host: pairs.host ?? "",
    port: pairs.port ?? "",
    database: pairs.dbname ?? "",
    user: pairs.user ?? "",
    password: pairs.password ?? "",
    sslmode: pairs.sslmode ?? "",
  };
}

/** Without what stands around it: `psql "…"`, the name of a variable, quotes. */
const bare = (text: string) => unquote(withoutVariable(text.trim().replace(/^psql\s+/, "")));

/** What an address of a database fills in; undefined for what is none. */
export function recogniseDsn(login: DatabaseLogin, pasted: string): Dsn | undefined {
  const whole = bare(pasted);
  const parts =
    partsOfAddress(whole, login.schemes) ??
    partsOfKeywords(whole) ??
    pasted.split(/\r?\n/).flatMap((line) => partsOfAddress(bare(line), login.schemes) ?? [])[0];
  if (!parts?.host) return undefined;
  const { host, port, database, user, password, sslmode } = parts;
  const found: [field: string, value: string | undefined][] = [
    [login.host, host.toLowerCase()],
    // What is not said is what it is by default: another one from before would stay in the field.
    [login.port, port || String(login.defaultPort)],
    [login.database, database || user],
    [login.user, user],
    [login.password, password],
  ];
  return {
    values: Object.fromEntries(found.flatMap(([field, value]) => (value ? [[field, value]] : []))),
    sslmode: sslmode || undefined,
  };
}

/** Everything else checks less than we do. */
export const sslmodeNotice = ({ sslmode }: Dsn): string[] =>
  sslmode === undefined || sslmode === "verify-full"
    ? []
    : [`It says sslmode=${sslmode.slice(0, 20)}; we use verify-full, always.`];
