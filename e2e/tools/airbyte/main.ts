import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { judgeRead } from "../../sandbox/read-oracle";
import { startClariSandbox } from "../../sandbox/start-clari-sandbox";
import { TOKEN } from "../../support/fixtures";
import { startApp } from "../../support/start-app";
import { prepareSource } from "./prepare-source";
import { Airbyte } from "./run-airbyte";

// `npm run airbyte`: Airbyte's low-code CDK runs the manifest of a data source against the built app, whole and then
// incrementally, and the oracle judges what it read. Everything on 127.0.0.1. No part of `npm test`.

const COUNT = 12_000;
const AS_OF = "_latchkey_as_of";
const NOT_EXACT = ["missing", "repeated", "unexpected", "outOfOrder", "unknown"] as const;

let bad = 0;
function report(what: string, isRight: boolean, found: unknown): void {
  process.stdout.write(`${isRight ? "right" : "WRONG"}  ${what}: ${JSON.stringify(found)}\n`);
  if (!isRight) bad += 1;
}

const withoutAsOf = ({ [AS_OF]: _, ...record }: Record<string, unknown>) => JSON.stringify(record);
const idsOf = (records: readonly Record<string, unknown>[]) => records.map(({ id }) => String(id));

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-airbyte-"));
  const airbyte = await Airbyte.find(folder, process.argv[2] ?? "");
  const unlimited = { ratePerSecond: Number.POSITIVE_INFINITY, ratePerWeek: Number.POSITIVE_INFINITY };
  const clari = await startClariSandbox({
    ...unlimited,
    until: Date.now(),
    generated: { count: COUNT },
    ties: { count: 500, at: 7000 },
    changes: { share: 0.02 },
  });
  const app = await startApp({
    DATA_DIR: path.join(folder, "data"),
    SETUP_TOKEN: TOKEN,
    CLARI_COPILOT_BASE_URL: clari.url,
    CLARI_COPILOT_PER_SECOND: "100000",
    CLARI_COPILOT_PER_WINDOW: "1000000000",
  });
  try {
    const { token, source } = await prepareSource(app.url, clari.pair);
    const headers = { authorization: `Bearer ${token}` };
    const manifest = await (await fetch(`${source}/airbyte.yaml`, { headers })).text();
    await writeFile(path.join(folder, "latchkey-airbyte.yaml"), manifest);
    const config = { token };

    const spec = await airbyte.spec();
    report("spec asks for a secret", JSON.stringify(spec).includes('"airbyte_secret":true'), spec.required);
    const checked = await airbyte.check(config);
    report("check", checked?.status === "SUCCEEDED", checked);
    const refused = await airbyte.check({ token: `lk_${"0".repeat(46)}` });
    report("check with a wrong token", refused?.status === "FAILED", refused);
    const stream = await airbyte.discover(config);
    const fields = Object.keys(stream.json_schema.properties).length;
    report("discover", fields > 20 && stream.source_defined_primary_key[0]?.[0] === "id", {
      name: stream.name,
      fields,
      key: stream.source_defined_primary_key,
    });

    const judge = async (what: string, records: readonly Record<string, unknown>[], after: number) => {
      const verdict = await judgeRead(clari.calls, records.map(withoutAsOf), { after });
      const wrong = Object.fromEntries(NOT_EXACT.map((name) => [name, verdict[name].length]));
      const isExact = Object.values(wrong).every((count) => count === 0);
      report(what, isExact && verdict.records >= COUNT, { records: verdict.records, ...wrong });
    };
    let after = clari.requests.length;
    const full = await airbyte.read(config, stream, "full_refresh");
    await judge("full refresh", full.records, after);

    after = clari.requests.length;
    const first = await airbyte.read(config, stream, "incremental");
    await judge("first incremental sync", first.records, after);
    const asOf = [...new Set(first.records.map(({ [AS_OF]: value }) => String(value)))];
    report("one time on all of its records", asOf.length === 1, asOf);
    report("the same as the state", JSON.stringify(first.state).includes(`"${asOf[0]}"`), first.state);

    const since = new Date(Date.parse(asOf[0] ?? "") - 3_600_000).toISOString();
    // Before the second one: calls change while they are read.
    const lines = await fetch(`${source}/records?since=${since}`, {
      headers: { ...headers, accept: "application/x-ndjson" },
    });
    const expected = (await lines.text()).trim().split("\n");
    const second = await airbyte.read(config, stream, "incremental", first.state);
    const got = new Set(idsOf(second.records));
    const missing = expected.map((line) => JSON.parse(line).id as string).filter((id) => !got.has(id));
    const isPart = second.records.length > 0 && second.records.length < COUNT / 2;
    report("second incremental sync", isPart && missing.length === 0, {
      records: second.records.length,
      changedSince: expected.length,
      missing: missing.length,
    });
  } finally {
    await app.stop();
    await clari.close();
    await rm(folder, { recursive: true, force: true });
  }
  process.exitCode = bad === 0 ? 0 : 1;
}

await main();
