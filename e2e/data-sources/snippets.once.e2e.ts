import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect } from "../support/fixtures";
import { credentialBody, dataSourceBody, test } from "../support/people";
import { newName } from "../support/stage";

const run = promisify(execFile);
const isThere = (program: string, ...args: string[]) =>
  run(program, args).then(
    () => true,
    () => false,
  );

test("the snippets of a source's page read all of its records as they stand there", async ({
  owner,
  signedIn: page,
  home,
}) => {
  const made = await owner.post("/credentials", credentialBody(home.clari.pair, newName("Credential")));
  const source = await owner.post("/data-sources", dataSourceBody(made.body.id, newName("Source")));
  const { id } = source.body;
  const created = await owner.post("/tokens", { name: newName("Pipeline"), sources: [id], expiresInDays: 1 });
  expect(created.status).toBe(201);
  const token = /lk_[0-9A-Za-z]{46}/.exec(JSON.stringify(created.body))?.[0] ?? "";
  const whole = await fetch(`${home.app.url}/api/v1/data-sources/${id}/records`, {
    headers: { authorization: `Bearer ${token}`, accept: "application/x-ndjson" },
  });
  const count = (await whole.text()).trim().split("\n").length;
  expect(count).toBeGreaterThan(1);

  await page.goto(`/data-sources/${id}`);
  const panel = page.getByRole("region", { name: "Read it", exact: true });
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-snippets-"));
  const play = async (label: string, file: string, program: string) => {
    await panel.getByText(label, { exact: true }).click();
    const text = await panel.getByRole("region", { name: `the ${label} snippet` }).textContent();
    await writeFile(path.join(folder, file), text ?? "");
    const env = { ...process.env, LATCHKEY_TOKEN: token };
    return (await run(program, [file], { cwd: folder, env })).stdout;
  };
  const linesOf = (text: string) => text.trim().split("\n");
  try {
    const printed = await play("Node.js", "read.mjs", process.execPath);
    expect(printed.match(/^\{$/gm)).toHaveLength(count);
    if (await isThere("curl", "--version")) {
      await play("curl", "read.sh", "bash");
      expect(linesOf(await readFile(path.join(folder, "records.ndjson"), "utf8"))).toHaveLength(count);
    }
    if (await isThere("python3", "-c", "import requests"))
      expect(linesOf(await play("Python", "read.py", "python3"))).toHaveLength(count);
  } finally {
    await rm(folder, { recursive: true });
  }
});
