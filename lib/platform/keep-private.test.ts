import * as fs from "node:fs";
import path from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { env } from "./env";
import { keepPrivate } from "./keep-private";

vi.mock("node:fs", async (original) => {
  const actual = await original<typeof fs>();
  return { ...actual, chmodSync: vi.fn(actual.chmodSync), readdirSync: vi.fn(actual.readdirSync) };
});
const modeOf = (entry: string) => fs.statSync(entry).mode & 0o777;

/** A folder as another program could have made it, with a file in it and one further down. */
function makeOpen(name: string) {
  const folder = path.join(env().DATA_DIR, name);
  const files = [path.join(folder, "a"), path.join(folder, "deeper", "b")];
  for (const file of files) {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, "");
    fs.chmodSync(file, 0o644);
  }
  fs.chmodSync(folder, 0o755);
  return { folder, files };
}
afterEach(() => {
  vi.mocked(fs.chmodSync).mockReset();
  vi.mocked(fs.readdirSync).mockReset();
});

it("S5: a folder that others can read is closed, and one that is closed is left alone", () => {
  const { folder } = makeOpen("closable");
  keepPrivate(folder);
  expect(modeOf(folder)).toBe(0o700);
  vi.mocked(fs.chmodSync).mockClear();
  keepPrivate(folder);
  expect(fs.chmodSync).not.toHaveBeenCalled();
  for (const none of ["not-there", "a/below-a-file"]) keepPrivate(path.join(folder, none));
});

it("S5: where the folder cannot be closed, every file in it is", async () => {
  const { folder, files } = makeOpen("of-another-user");
  const { chmodSync } = await vi.importActual<typeof fs>("node:fs");
  vi.mocked(fs.chmodSync).mockImplementation((entry, mode) => {
    if (entry === folder) throw Object.assign(new Error("not yours"), { code: "EPERM" });
    chmodSync(entry, mode);
  });
  keepPrivate(folder);
  expect([folder, ...files].map(modeOf)).toEqual([0o755, 0o600, 0o600]);
});

it("S5: a folder below that this user may not look into stops no start, and the other files are closed", async () => {
  const { folder, files } = makeOpen("partly-of-another-user");
  const { chmodSync, readdirSync } = await vi.importActual<typeof fs>("node:fs");
  const refuse = () => {
    throw Object.assign(new Error("not yours"), { code: "EACCES" });
  };
  vi.mocked(fs.chmodSync).mockImplementation((entry, mode) => (entry === folder ? refuse() : chmodSync(entry, mode)));
  vi.mocked(fs.readdirSync).mockImplementation(((entry: string, options: { withFileTypes: true; recursive?: true }) =>
    entry.endsWith("deeper") || options.recursive ? refuse() : readdirSync(entry, options)) as never);
  keepPrivate(folder);
  expect(files.map(modeOf)).toEqual([0o600, 0o644]);
});
