import { judgeRead } from "../sandbox/read-oracle";
import { expect, test } from "../support/fixtures";
import { linesOf, ReadingStage } from "../support/reading-stage";

// At the pace that the provider documents: its client has what was sent, and loses little where it is killed.
let stage: ReadingStage;
test.beforeAll(async ({ browser }, info) => {
  stage = await ReadingStage.start(browser, info, {});
});
test.afterAll(() => stage.end());

const RIGHT = { missing: [], repeated: [], unexpected: [], outOfOrder: [], changed: [], unknown: [] };

/** Takes lines until there are enough, or the stream ends or breaks. Whether it ended well. */
async function take(response: Response, held: string[], enough: number): Promise<boolean> {
  try {
    for await (const line of linesOf(response)) {
      held.push(line);
      if (held.length >= enough) return false;
    }
    return true;
  } catch {
    return false;
  }
}

test("a read goes on where its client or its server was killed, and the union is exact", async () => {
  const clari = await stage.become({ generated: { count: 2500 } });
  const { records } = await stage.source();
  const after = clari.requests.length;
  const held: string[] = [];
  let address = records;
  const deaths = ["client", "server", "client"];
  for (const [index, death] of [...deaths, undefined].entries()) {
    const hangUp = new AbortController();
    const response = await stage.stream(address, { signal: hangUp.signal });
    const readId = response.headers.get("latchkey-read-id");
    const isOver = await take(
      response,
      held,
      death === undefined ? Number.POSITIVE_INFINITY : held.length + 430 + index * 90,
    );
    expect(isOver).toBe(death === undefined);
    if (death === undefined) break;
    hangUp.abort();
    if (death === "server") await stage.crash();
    const { checkpoints } = await stage.read(readId, `?lines=${held.length}`);
    // What lies behind the place is read again: it may be another page by now.
    held.length = checkpoints[0].records;
    address = `${records}?cursor=${checkpoints[0].cursor}`;
  }
  expect(await judgeRead(clari.calls, held, { after })).toMatchObject(RIGHT);
  const asked = clari.requests.slice(after).map(({ query }) => query.replace(/includePagination=\w+/, ""));
  // The page in whose middle it broke off, and the one that was under way to a client that was gone.
  expect(asked.length - new Set(asked).size).toBeLessThanOrEqual(2 * deaths.length);
});
