import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "playwright/test";
import { builtActions } from "../support/built-doors";
import { filesUnder, formsOf } from "../support/secret-forms";

// What is in the build, by its files: no server is started.

/** What the build gets in place of every secret. */
const MARK = "build-mark-Zq3vX9LmTw";
const MANIFEST = ".next/server/server-reference-manifest.json";
const filesWith = async (text: string) => {
  const forms = formsOf(Buffer.from(text));
  const found: string[] = [];
  // Next's own cache is of no use to a server, and is no part of what is shipped.
  const files = (await filesUnder(".next")).filter((file) => !file.startsWith(path.join(".next", "cache")));
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const bytes = await readFile(file);
    if (forms.some((form) => bytes.includes(form))) found.push(file);
  }
  return found;
};

test("S10: no secret that was set while the build ran is in what it made, in any form", async () => {
  expect(await readFile("lib/cli/build-marks.mjs", "utf8")).toContain(`MARK = "${MARK}"`);
  expect(await filesWith(MARK)).toEqual([]);
  // The environment that had the marks is the one that this came with, and the search finds what is there.
  const id = await readFile(".next/BUILD_ID", "utf8");
  expect(await filesWith(id)).toContain(path.join(".next", "BUILD_ID"));
});

test("N5, S10: the key of the ids is found where the server keeps it, and in nothing that is served", async () => {
  const { encryptionKey } = JSON.parse(await readFile(MANIFEST, "utf8"));
  expect((await filesWith(encryptionKey)).toSorted()).toEqual([MANIFEST.replace("json", "js"), MANIFEST]);
});

test("N5, R8: the ids of actions come from their names and the installation's key alone, so that a rebuild has the same", async () => {
  const { encryptionKey } = JSON.parse(await readFile(MANIFEST, "utf8"));
  const actions = builtActions();
  expect(actions.length).toBeGreaterThan(50);
  // In front of it a byte for the kind and number of the arguments.
  for (const { id, name, file } of actions)
    expect(id.slice(2), name).toBe(createHash("sha1").update(`${encryptionKey}${file}:${name}`).digest("hex"));
  const { hash } = JSON.parse(await readFile(".next/latchkey-build.json", "utf8"));
  expect(await readFile(".next/BUILD_ID", "utf8")).toBe(hash.slice(0, 20));
});
