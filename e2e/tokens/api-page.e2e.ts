import { mkdtemp, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { runApiPage } from "../support/api-page";
import { expect } from "../support/fixtures";
import { test, tokenBody } from "../support/people";
import { scratchRoot } from "../support/scratch-root";

// Whoever follows the page has stored these values nowhere yet.
test.use({ installation: "tokens/api-page" });

test("the whole main job, as docs/api.md shows it with curl: verify, create, select, read, replace, move, delete", async ({
  owner,
  home,
}) => {
  const operations = ["list", "read", "select", "create", "verify", "edit", "replace", "move", "delete", "restore"];
  const scopes = [
    ...operations.map((operation) => `credential:${operation}`),
    ...["list", "create", "edit", "delete", "read"].map((operation) => `data-source:${operation}`),
  ];
  const { body } = await owner.post("/tokens", tokenBody("The page of the API", { scopes }));
  const folder = await mkdtemp(path.join(scratchRoot(), "latchkey-api-page-"));
  const url = `${home.app.url}/api/v1`;
  const { code, output } = await runApiPage({ url, token: body.value, pair: home.clari.pair, folder });
  expect(code, output).toBe(0);
  expect(output).toContain("Clari Copilot accepted this pair.");
  expect(output).toContain("EMEA workspace");
  const lines = (await readFile(path.join(folder, "records.ndjson"), "utf8")).trim().split("\n");
  expect(output).toContain(`Complete: ${lines.length} records.`);
  // It leaves nothing behind but what can be restored.
  const names = (await owner.get("/credentials")).body.data.map(({ name }: { name: string }) => name);
  expect(names).not.toContain("EMEA workspace");
  await rm(folder, { recursive: true });
});
