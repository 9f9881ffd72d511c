import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildBareApp } from "./bare-app";
import { compareRuns } from "./compare";
import { EMBEDDED, findDatabases } from "./databases";
import { describeComparison, describeRun } from "./describe";
import { machineFacts } from "./facts";
import type { Run } from "./figure";
import { type Options, readOptions } from "./options";
import { FULL, QUICK } from "./part";
import { PARTS } from "./parts";
import { drawRun } from "./picture";

// `npm run bench`: what a request, a page, a start and a save cost, on the databases of this machine. docs/performance.md
// says what each figure is. Prints figures, writes them down, and judges nothing: it ends with 0 however slow all of it is,
// and with 1 where a part could not be measured.

const read = (file: string): Run => JSON.parse(readFileSync(file, "utf8")) as Run;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function measure({ parts, quick, database, requests, records }: Options): Promise<Run> {
  const { databases, close } = await findDatabases(database);
  const usual = quick ? QUICK : FULL;
  const scale = { ...usual, mixed: requests ?? usual.mixed, records: records ?? usual.records };
  const run: Run = {
    facts: machineFacts(
      databases.map(({ name }) => name),
      quick,
    ),
    figures: [],
    notes: [],
  };
  try {
    // Not while something else is measured.
    buildBareApp();
    for (const part of PARTS.filter(({ name }) => parts.length === 0 || parts.includes(name))) {
      for (const one of part.onEach ? databases : [EMBEDDED]) {
        const from = performance.now();
        const on = part.onEach ? one.name : "";
        try {
          const { figures, notes = [] } = await part.measure(one, scale);
          run.figures.push(...figures.map((figure) => ({ part: part.name, on, ...figure })));
          run.notes.push(...notes);
        } catch (error) {
          // The others' figures took minutes.
          run.notes.push(`${part.name} on ${one.name} could not be measured: ${messageOf(error)}`);
          process.exitCode = 1;
        }
        const seconds = Math.round((performance.now() - from) / 1000);
        process.stderr.write(`${part.name}${on ? `, ${on}` : ""}: ${seconds} s\n`);
      }
    }
  } finally {
    await close();
  }
  return run;
}

async function main(): Promise<void> {
  const options = readOptions(
    process.argv.slice(2),
    PARTS.map(({ name }) => name),
  );
  const run = options.from ? read(options.from) : await measure(options);
  if (!options.from) write(options.json, `${JSON.stringify(run)}\n`);
  process.stdout.write(`${describeRun(run, PARTS)}\n`);
  const before = options.against === undefined ? undefined : read(options.against);
  if (before) process.stdout.write(`\n${describeComparison(compareRuns(before, run), before.facts)}\n`);
  if (options.picture) write(options.picture, drawRun(run, before));
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
