import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lockDataDirectory } from "./data-directory-lock";

// A look at another's lock comes again after a hundredth of the time.
const waits = vi.hoisted((): number[] => []);
vi.mock("node:timers/promises", async (original) => {
  const real = await original<typeof import("node:timers/promises")>();
  const setTimeout = (ms: number) => {
    waits.push(ms);
    return real.setTimeout(ms / 100);
  };
  return { ...real, setTimeout };
});

const SCRIPT = `
  import { lockDataDirectory } from "./lib/platform/data-directory-lock.ts";
  await lockDataDirectory(process.argv[1], "the-folder").then(
    () => console.log("held"),
    (error) => { console.log(error.message); process.exit(3); },
  );
  setInterval(() => {}, 1000);
`;

let folder: string;
let file: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "latchkey-"));
  file = path.join(folder, "database.lock");
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

/** Another process that wants the lock; answers with what it said first. */
async function contend() {
  const options = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", SCRIPT, file];
  const child = spawn(process.execPath, options, { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  const said = await new Promise<string>((resolve) =>
    child.stdout.once("data", (data) => resolve(String(data).trim())),
  );
  const ended = new Promise((resolve) => child.once("exit", resolve));
  return { child, said, ended };
}

describe("R6: the lock on the data folder", () => {
  it("refuses a second process, and names the first", async () => {
    const first = await contend();
    expect(first.said).toBe("held");
    const second = await contend();
    expect(second.said).toContain(`the-folder is in use by process ${first.child.pid}.`);
    await expect(lockDataDirectory(file, "the-folder")).rejects.toThrow(`process ${first.child.pid}.`);
  });

  it("is taken over at once after kill -9 of its holder", async () => {
    const first = await contend();
    first.child.kill("SIGKILL");
    await first.ended;
    expect(existsSync(file)).toBe(true);
    const before = waits.length;
    const lock = await lockDataDirectory(file, "the-folder");
    expect(waits.length, "it waits for nobody").toBe(before);
    lock.release();
  });

  it("is not held twice in one process, and is free after its release", async () => {
    const lock = await lockDataDirectory(file, "the-folder");
    await expect(lockDataDirectory(file, "the-folder")).rejects.toThrow("in use by this process already");
    lock.release();
    (await lockDataDirectory(file, "the-folder")).release();
    expect(existsSync(file)).toBe(false);
  });

  it.runIf(process.platform === "linux")(
    "does not take a later process with the holder's pid for the holder",
    async () => {
      const lock = await lockDataDirectory(file, "the-folder");
      const owner = JSON.parse(readFileSync(file, "utf8"));
      lock.release();
      writeFileSync(file, JSON.stringify({ ...owner, startedAt: "1" }));
      (await lockDataDirectory(file, "the-folder")).release();
    },
  );

  it("waits for a holder that cannot be seen from here, as long as it renews its lock", async () => {
    const stranger = JSON.stringify({ pid: 1, startedAt: "1", realm: "another machine" });
    writeFileSync(file, stranger);
    const longAgo = new Date(Date.now() - 60_000);
    const attempt = lockDataDirectory(file, "the-folder");
    await vi.waitFor(() => expect(waits.length).toBeGreaterThan(2));
    expect(readFileSync(file, "utf8")).toBe(stranger);
    utimesSync(file, longAgo, longAgo);
    (await attempt).release();
  });

  it("takes over a file whose writer died before filling it", async () => {
    writeFileSync(file, "");
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file, longAgo, longAgo);
    (await lockDataDirectory(file, "the-folder")).release();
  });
});
