/** A string with its quotes, a run of blanks, a sign of structure, or a number or word. */
const TOKENS = /"[^"\\]*(?:\\.[^"\\]*)*"|[\t\n\r ]+|[{}[\],:]|[^\t\n\r "{}[\],:]+/g;
const BLANK = /^[\t\n\r ]/;

/** A JSON text without blanks outside of strings; every other byte stays. */
export const compactJson = (text: string) => text.replace(TOKENS, (token) => (BLANK.test(token) ? "" : token));

/** A JSON text as people like it, two blanks a level; what is no blank stays as it is. */
export function prettyJson(text: string): string {
  let level = 0;
  const line = () => `\n${"  ".repeat(level)}`;
  return text.replace(TOKENS, (token) => {
    if (BLANK.test(token)) return "";
    if (token === "{" || token === "[") {
      level += 1;
      return `${token}${line()}`;
    }
    if (token === "}" || token === "]") {
      level -= 1;
      return `${line()}${token}`;
    }
    if (token === ",") return `,${line()}`;
    return token === ":" ? " : " : token;
  });
}
