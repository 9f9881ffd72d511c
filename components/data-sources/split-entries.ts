/**
 * The entries of a typed or pasted text: one a line, or with commas between; what is in quotes keeps its comma.
 * `rest` is what is still being typed behind the last comma; of a whole text there is none.
 */
export function splitEntries(text: string, isWhole: boolean): { entries: string[]; rest: string } {
  const entries: string[] = [];
  let start = 0;
  let isQuoted = false;
  const take = (end: number) => {
    const entry = text.slice(start, end).trim().replace(/^"/, "").replace(/"$/, "").trim();
    if (entry) entries.push(entry);
    start = end + 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"' && (isQuoted || text.slice(start, at).trim() === "")) isQuoted = !isQuoted;
    else if (sign === "\n" || sign === "\r" || (sign === "," && !isQuoted)) {
      take(at);
      isQuoted = false;
    }
  }
  if (isWhole) take(text.length);
  return { entries, rest: isWhole ? "" : text.slice(start) };
}
