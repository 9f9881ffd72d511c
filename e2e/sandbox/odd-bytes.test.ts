import { afterEach, describe, expect, it } from "vitest";
import { ask, pairHeaders } from "./ask";
import type { ClariSandbox, ClariSandboxOptions } from "./clari-sandbox";
import { allForms, formsOf } from "./echoes";
import { getCalls, readByTime } from "./read-calls.fixture";
import { judgeRead } from "./read-oracle";
import { startClariSandbox } from "./start-clari-sandbox";

let sandbox: ClariSandbox;
afterEach(() => sandbox.close());
async function start(options: ClariSandboxOptions) {
  sandbox = await startClariSandbox({ ratePerSecond: Number.POSITIVE_INFINITY, ...options });
}
const RIGHT = { missing: [], repeated: [], unexpected: [], outOfOrder: [], changed: [], unknown: [] };

describe("an echo of the pair", () => {
  it.each([true, "all"] as const)("stands in records, envelopes, headers and refusals: %s", async (echo) => {
    await start({ generated: { count: 100 }, echo });
    const response = await getCalls(sandbox, "limit=100");
    const page = await response.text();
    JSON.parse(page);
    const { apiKey, apiPassword } = sandbox.pair;
    for (const form of [...formsOf(apiKey, echo), ...formsOf(apiPassword, echo)]) expect(page).toContain(form);
    expect(page.slice(0, page.indexOf('"calls"'))).toContain(formsOf(apiKey)[0]);
    expect(response.headers.get("x-asked-by")).toBe(apiKey);
    expect(await (await getCalls(sandbox, "limit=0")).json()).toMatchObject({ askedBy: { apiKey } });
    sandbox.generatePair();
    expect(await (await getCalls(sandbox, "limit=100")).text()).not.toContain(formsOf(apiPassword)[0]);
  });

  it("is judged by what the reader puts in its place", async () => {
    await start({ generated: { count: 100 }, echo: "all" });
    const lines = await readByTime(sandbox);
    const replaced = { pair: sandbox.pair, by: "[secret]" };
    const wrong = await judgeRead(sandbox.calls, lines, { replaced });
    expect(wrong.changed).toHaveLength(20);
    const without = lines.map((line) =>
      allForms(sandbox.pair).reduce((left, form) => left.replaceAll(form, "[secret]"), line),
    );
    expect(without.join("")).not.toContain(sandbox.pair.apiKey);
    expect(await judgeRead(sandbox.calls, without, { replaced })).toMatchObject(RIGHT);
  });
});

describe("oddities", () => {
  it("survive a reader that slices, and not one that parses and prints", async () => {
    await start({ generated: { count: 240 }, oddities: true });
    const lines = await readByTime(sandbox);
    expect(await judgeRead(sandbox.calls, lines)).toMatchObject({ ...RIGHT, records: 240 });
    const printed = lines.map((line) => JSON.stringify(JSON.parse(line)));
    const { changed, missing } = await judgeRead(sandbox.calls, printed);
    expect(missing).toEqual([]);
    expect(changed.length).toBeGreaterThan(150);
  });

  it("are ids of 19 digits with and without quotes, and what else JSON allows", async () => {
    await start({ generated: { count: 60, ahead: 0 }, oddities: true });
    const page = await (await getCalls(sandbox, "sortTime=asc&limit=100")).text();
    JSON.parse(page);
    expect(page).toMatch(/"id":9223372036\d{9},/);
    expect(page).toMatch(/"id":"9223372036\d{9}",/);
    for (const part of ["1e400", '"stage":"first","stage":"second"', "\\u0041 \\/ \\ud800", '"\\u0069d":', "🎉"])
      expect(page).toContain(part);
    const [one, two] = [sandbox.calls.idOf(0), sandbox.calls.idOf(2)];
    expect([one === two, Number(one) === Number(two)]).toEqual([false, true]);
    const details = await ask(`${sandbox.url}/call-details?id=${one}`, { headers: pairHeaders(sandbox.pair) });
    expect(details.status).toBe(200);
  });

  it("are printed prettily on demand, and are the same records", async () => {
    await start({ generated: { count: 120 }, oddities: true, pretty: true });
    const page = await (await getCalls(sandbox, "limit=2&sortTime=asc")).text();
    expect(page).toMatch(/^\{\n {2}"calls" : \[\n {4}\{\n/);
    expect(await judgeRead(sandbox.calls, await readByTime(sandbox))).toMatchObject({ ...RIGHT, records: 120 });
    const record = page.slice(page.indexOf("{", 1), page.indexOf("\n    },") + 6);
    expect(record).toContain("\n");
    expect(await judgeRead(sandbox.calls, [record])).toMatchObject({ changed: [], unknown: [] });
  });
});
