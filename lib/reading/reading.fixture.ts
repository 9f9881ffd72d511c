import { signedIn } from "@/lib/auth/sign-in.fixture";
import { add, owner } from "@/lib/credentials/values/credential-life.fixture";
import { createDataSource } from "@/lib/data-sources/create-data-source";
import { randomId } from "@/lib/platform/random-id";
import { readRecordsPage } from "./read-records-page";
import type { Reader } from "./still-may-read";
import { streamRecords } from "./stream-records";

type Pair = { apiKey: string; apiPassword: string };

/** A workspace with a credential of the pair, and a data source that reads with it. */
export async function sourceOf(pair: Pair, endpointId = "calls", parameters = {}) {
  const actor = await signedIn(await owner());
  const credential = await add(actor, "Pair", pair);
  const form = { connectorId: "clari-copilot", credentialId: credential.id, formId: randomId(), name: "Calls" };
  const made = await createDataSource(actor, { ...form, endpointId, parameters });
  if (!made.saved) throw new Error("not created");
  return { actor, credential, source: made.dataSource };
}

const never = () => new AbortController().signal;
export const queryOf = (query: Record<string, string> = {}) => new URLSearchParams(query);

export const readPage = (reader: Reader, id: string, query?: Record<string, string>) =>
  readRecordsPage(reader, id, queryOf(query), never());

/** Every page, as a client that follows `next` reads them. */
export async function readByPages(reader: Reader, id: string, query: Record<string, string> = {}) {
  const records: string[] = [];
  let page = await readPage(reader, id, query);
  let pages = 1;
  for (; page.next !== undefined; pages += 1) {
    records.push(...page.records);
    page = await readPage(reader, id, { cursor: page.next, ...(query.limit ? { limit: query.limit } : {}) });
  }
  records.push(...page.records);
  return { records, pages, last: page };
}

/** The lines of a stream, up to so many of them: then its reader hangs up. */
export async function readLines(reader: Reader, id: string, query: Record<string, string> = {}, most = Infinity) {
  const hangUp = new AbortController();
  const { readId, lines } = await streamRecords(reader, id, queryOf(query), hangUp.signal);
  const records: string[] = [];
  for await (const piece of lines) {
    records.push(...piece.split("\n").slice(0, -1));
    if (records.length >= most) {
      hangUp.abort();
      break;
    }
  }
  return { readId, records };
}
