import { pairHeaders } from "./ask";
import type { ClariSandbox } from "./clari-sandbox";
import { compactJson } from "./json-tokens";

/** The records of a page as they were sent, without the blanks between their tokens. */
export function recordsOf(page: string): string[] {
  const text = page.includes("\n") ? compactJson(page) : page;
  const records: string[] = [];
  const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]]/g;
  tokens.lastIndex = text.indexOf('"calls":[') + '"calls":['.length;
  let depth = 0;
  let start = 0;
  for (let found = tokens.exec(text); found; found = tokens.exec(text)) {
    const [token] = found;
    if (token === "{" || token === "[") {
      if (depth === 0) start = found.index;
      depth += 1;
    } else if (token === "}" || token === "]") {
      depth -= 1;
      if (depth < 0) break;
      if (depth === 0) records.push(text.slice(start, tokens.lastIndex));
    }
  }
  return records;
}

export const getCalls = (sandbox: ClariSandbox, query: string) =>
  fetch(`${sandbox.url}/calls?${query}`, { headers: pairHeaders(sandbox.pair) });

/** A page's records; throws where the answer is none. */
async function pageOf(sandbox: ClariSandbox, query: string): Promise<string[]> {
  const response = await getCalls(sandbox, query);
  if (response.status !== 200) throw new Error(`Status ${response.status}`);
  return recordsOf(await response.text());
}

const timeOf = (record: string) => Date.parse(/"time":"([^"]*)"/.exec(record)?.[1] ?? "");
const idIn = (record: string) => /\/call\/([0-9a-f]+)/.exec(record)?.[1] ?? "";

/** A right reader: by time, from a second before the last record, with `skip` where that gains nothing. */
export async function readByTime(sandbox: ClariSandbox, query = "", limit = 100): Promise<string[]> {
  const seen = new Map<string, string>();
  let [after, skip] = [0, 0];
  for (;;) {
    const from = `filterTimeGt=${new Date(after).toISOString()}&skip=${skip}&limit=${limit}`;
    const page = await pageOf(sandbox, `sortTime=asc&includePagination=false&${from}&${query}`);
    for (const record of page) if (!seen.has(idIn(record))) seen.set(idIn(record), record);
    const next = timeOf(page.at(-1) ?? "") - 1000;
    if (page.length === 0) return [...seen.values()];
    if (next > after) [after, skip] = [next, 0];
    else skip += page.length;
  }
}

/** What most would write, and what a moving provider breaks: by offset alone. */
export async function readByOffset(sandbox: ClariSandbox, query = "", limit = 100): Promise<string[]> {
  const records: string[] = [];
  for (let skip = 0; ; skip += limit) {
    const page = await pageOf(sandbox, `sortTime=asc&skip=${skip}&limit=${limit}&${query}`);
    records.push(...page);
    if (page.length < limit) return records;
  }
}
