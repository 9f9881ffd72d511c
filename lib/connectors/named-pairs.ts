export type NamedPair = [name: string, value: string];

/** The text without the quotes around it, straight or curly, and without the comma that follows them in a list. */
export function unquote(text: string): string {
  return text
    .trim()
    .replace(/^(["'`])([\s\S]*)\1[,;]?$/, "$2")
    .replace(/^[“‘]([\s\S]*)[”’][,;]?$/, "$1")
    .trim();
}

function pairsOfJson(text: string): NamedPair[] {
  if (!text.startsWith("{")) return [];
  try {
    const json: unknown = JSON.parse(text);
    const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
    return entries.flatMap(([name, value]): NamedPair[] => (typeof value === "string" ? [[name, value]] : []));
  } catch {
    return [];
  }
}

const splitLogin = (login: string): NamedPair[] => [
  ["username", login.slice(0, login.indexOf(":"))],
  ["password", login.slice(login.indexOf(":") + 1)],
];

/** The value of a line of a file of variables, `NAME=value`, whatever the name is; any other text as it is. */
export const withoutVariable = (line: string): string =>
  /^(?:export\s+)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+=(?!=)(.+)$/.exec(line)?.[1]?.trim() ?? line;

/** `Name: value` or `NAME=value`, with or without `export`, and two cells of a table. */
function pairsOfLine(line: string): NamedPair[] {
  // Trimmed here and not by the pattern, which would try every way to share long runs of spaces.
  const match = /^(?:export\s+|-\s+)?["']?([A-Za-z][\w .-]{0,40}?)["']?(?:\s*[:=]|\t)(.+)$/.exec(line.trim());
  const value = match?.[2]?.trim().replace(/[,;]$/, "").trim();
  return match?.[1] && value ? [[match[1], value]] : [];
}

/** What an address asks with: some providers take keys there. */
function pairsOfAddress(text: string): NamedPair[] {
  const address = /https?:\/\/[^\s"']+/.exec(text)?.[0];
  return address && URL.canParse(address) ? [...new URL(address).searchParams] : [];
}

/** `-H "Name: value"` of a curl command, however it is quoted, and `-u user:password`. */
function pairsOfCurl(text: string): NamedPair[] {
  const headers = [...text.matchAll(/(?:-H|--header)[\s=]*(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? "",
  );
  const user = /(?:-u|--user)[\s=]*(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(text);
  const login = user ? (user[1] ?? user[2] ?? user[3] ?? "") : "";
  return [...headers.flatMap(pairsOfLine), ...(login.includes(":") ? splitLogin(login) : []), ...pairsOfAddress(text)];
}

/** `Bearer abc` is abc; `Basic …` is a user name and a password. */
function pairsOfScheme([name, value]: NamedPair): NamedPair[] {
  const [, scheme, token = ""] = /^(bearer|basic)\s+(\S+)$/i.exec(unquote(value)) ?? [];
  if (scheme?.toLowerCase() === "bearer") return [[name, token]];
  if (scheme?.toLowerCase() !== "basic") return [[name, value]];
  try {
    const login = atob(token);
    return login.includes(":") ? splitLogin(login) : [];
  } catch {
    return [];
  }
}

export const isCurl = (text: string) => /\bcurl\b/.test(text);

/** The names and values in a header line, several, JSON, a curl command or a file of variables. */
export function namedPairs(text: string): NamedPair[] {
  const json = pairsOfJson(text);
  if (json.length > 0) return json.flatMap(pairsOfScheme);
  const curl = isCurl(text) ? pairsOfCurl(text) : [];
  if (curl.length > 0) return curl.flatMap(pairsOfScheme);
  if (/^(bearer|basic)\s+\S+$/i.test(text)) return pairsOfScheme(["authorization", text]);
  return text.split(/\r?\n/).flatMap(pairsOfLine).flatMap(pairsOfScheme);
}
