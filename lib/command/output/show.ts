import { type Host, printable, say, write } from "../host";

type Cell = string | number | boolean | null | undefined;

const textOf = (cell: Cell) => (cell === undefined || cell === null || cell === "" ? "-" : printable(String(cell)));

/** What a terminal gives a text: so many columns. East Asian letters take two. */
const widthOf = (text: string) =>
  [...text].reduce(
    (width, letter) => width + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uff00-\uff60]/.test(letter) ? 2 : 1),
    0,
  );

/** Rows under a heading, in columns that are as wide as what is in them. */
export async function showTable(host: Host, heading: readonly string[], rows: readonly (readonly Cell[])[]) {
  const lines = [heading.map((word) => word.toUpperCase()), ...rows.map((row) => row.map(textOf))];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ""))));
  const pad = (text: string, column: number) => text + " ".repeat((widths[column] ?? 0) - widthOf(text));
  for (const line of lines) await write(host, `${line.map(pad).join("  ").trimEnd()}\n`);
}

/** One thing, a line for each part of it that is there. */
export async function showParts(host: Host, parts: Record<string, Cell>): Promise<void> {
  const there = Object.entries(parts).filter(([, cell]) => cell !== undefined && cell !== null && cell !== "");
  const width = Math.max(...there.map(([name]) => name.length));
  for (const [name, cell] of there) await write(host, `${name.padEnd(width)}  ${textOf(cell)}\n`);
}

/** JSON that a terminal does not take for commands: what JSON itself lets stand is escaped as well. */
export const toJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** What was done: a word to the person, or JSON for a program. */
export async function showDone(host: Host, isJson: boolean | undefined, words: string, done: object): Promise<void> {
  if (isJson) await showJson(host, done);
  else say(host, words);
}

export const showJson = (host: Host, value: unknown) => write(host, `${toJson(value, 2)}\n`);
