import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { cookieOf } from "../../../support/fixtures";
import { startMeasuredHome } from "../../measured-home";
import { compileTypes, fuzz, lint, type Subject, throughProxy } from "./programs";
import { makeToken } from "./token-of-all";

// `npm run outsiders:api`: programs that others wrote, about the API and its document. They come from the registries
// into a temporary folder, each in the version that is written here. No part of `npm test`.

const PARTS = { lint, types: compileTypes, proxy: throughProxy, fuzz };

async function main(): Promise<void> {
  const only = process.argv[2];
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-outsiders-api-"));
  const home = await startMeasuredHome({ LOG_LEVEL: "warn", API_PER_MINUTE: "1000000" });
  let found = 0;
  try {
    const url = `${home.app.url}/api/v1`;
    const document = path.join(folder, "openapi.json");
    await writeFile(document, await (await fetch(`${url}/openapi.json`)).text());
    const token = await makeToken(url, await cookieOf(home.page));
    const subject: Subject = { folder, document, url, token, pair: home.clari.pair };
    for (const [name, run] of Object.entries(PARTS)) {
      if (only !== undefined && only !== name) continue;
      process.stdout.write(`\n${name}\n`);
      const lines = await run(subject);
      for (const line of lines) process.stdout.write(`    FOUND ${line}\n`);
      if (lines.length === 0) process.stdout.write("    nothing\n");
      found += lines.length;
    }
    const failures = home.app.output().match(/^.*"level":(50|60|"error"|"fatal").*$/gm) ?? [];
    for (const line of failures) process.stdout.write(`    the log: ${line}\n`);
    found += failures.length;
  } finally {
    await home.close();
    await rm(folder, { recursive: true, force: true });
  }
  process.stdout.write(found === 0 ? "\nNothing found.\n" : `\n${found} lines to look at.\n`);
  process.exitCode = found === 0 ? 0 : 1;
}

await main();
