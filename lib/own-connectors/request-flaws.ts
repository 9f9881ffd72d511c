import { DEFINED_AT_MOST } from "./definition-dto";

/** What makes the connection, says who is at its other end, or turns the request into another one. */
const CONNECTION =
  /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|te|trailer|expect|via|cookie2?|set-cookie2?|proxy-.*|x-forwarded-.*|forwarded|x-real-ip|x-http-method.*|x-method-override|x-original-url|x-rewrite-url)$/;
/** What Latchkey says itself. */
const LATCHKEYS = /^(accept|accept-encoding|user-agent|content-type|content-encoding)$/;

export const isOwnKey = (name: string): boolean => name in Object.prototype || name === "prototype";

export function headerNameFlaw(name: string): string | undefined {
  if (name === "") return "Enter the header's name.";
  if (/[^\x20-\x7e]/.test(name)) return "A header's name can't have control or special characters.";
  if (!/^[A-Za-z][\w-]*$/.test(name)) return "A header's name has letters, digits, hyphens and underscores only.";
  if (CONNECTION.test(name.toLowerCase()))
    return `The header ${name} belongs to the connection. Choose another header.`;
  if (LATCHKEYS.test(name.toLowerCase())) return `Latchkey sends ${name} itself. Choose another header.`;
  return isOwnKey(name) ? "Choose another name." : undefined;
}

export function queryNameFlaw(name: string): string | undefined {
  if (name === "") return "Enter the parameter's name.";
  if (!/^[A-Za-z0-9_.~-]+$/.test(name)) return "A parameter's name has letters, digits, dots, hyphens and _ only.";
  return isOwnKey(name) ? "Choose another name." : undefined;
}

/** Fixed text beside a value. */
export function fixedTextFlaw(text: string): string | undefined {
  if (/[\r\n]/.test(text)) return "Fixed text can't have a line break: it would end the header.";
  return /[^\x20-\x7e]/.test(text) ? "Fixed text has plain visible characters only." : undefined;
}

/** Why a path could lead elsewhere than below its host; undefined for one that can't. */
export function pathFlaw(path: string, { query }: { query: boolean }): string | undefined {
  if (path === "") return "Enter the path, such as /v1/me.";
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return "Enter the path alone: requests go to this connector's host only.";
  if (!path.startsWith("/")) return "A path begins with a slash.";
  if (path.includes("//")) return "A path can't have two slashes in a row: they can lead to another host.";
  if (/[^\x20-\x7e]/.test(path)) return "A path can't have control characters or letters beyond a to z.";
  if (path.includes("\\")) return "A path can't have a backslash.";
  if (path.includes("@")) return "A path can't have an @.";
  if (/[{}‹›<>]/.test(path)) return "A path can't carry a value. Send it in a header or a query parameter.";
  if (path.includes("#")) return "A path can't have a #: what follows it is never sent.";
  if (!query && path.includes("?")) return "Add what follows the question mark as parameters.";
  const [pathname = ""] = path.split("?");
  if (!/^(?:[A-Za-z0-9\-._~!$&'()*+,;=:/?]|%[0-9A-Fa-f]{2})*$/.test(path)) return "This path has a character it can't.";
  if (/%(?:2f|5c|40|[01][0-9a-f]|7f|25)/i.test(path)) return "A path can't hide a slash, a control character or an @.";
  const segments = pathname.split("/").map((segment) => segment.replaceAll(/%2e/gi, "."));
  if (segments.some((segment) => segment === ".." || segment === "."))
    return "A path can't go up: it has . or .. in it.";
  const url = new URL(path, "https://host.example");
  return url.origin === "https://host.example" ? undefined : "This path leads to another host.";
}

/** A place in an answer or a record: keys with dots between, and at most one `*` for each entry of a list. */
export function placeFlaw(place: string): string | undefined {
  if (place === "") return "Enter where it is.";
  if (place.includes("/") || place.includes(":")) return "A place in the answer is keys with dots between, no address.";
  const keys = place.split(".");
  if (!keys.every((key) => key === "*" || /^[\w$@-]+$/.test(key)))
    return "Keys have letters, digits, _, -, $ and @ only.";
  if (keys.some(isOwnKey)) return "A key of this name can't be looked up.";
  return keys.filter((key) => key === "*").length > 1 ? "One * is all a place can have." : undefined;
}

export function bodyFlaw(body: string): string | undefined {
  if (Buffer.byteLength(body) > DEFINED_AT_MOST.body) return "A body can have at most 4 KB.";
  try {
    JSON.parse(body);
    return undefined;
  } catch {
    return "The body has to be JSON.";
  }
}
