import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { MARK, MARKS } from "./build-marks.mjs";

/** Settings whose names sound like a secret and that are none, or only say where one is. */
const NO_SECRETS = [
  "AWS_KMS_KEY_ID",
  "CLARI_COPILOT_BASE_URL",
  "FIREFLIES_BASE_URL",
  "GONG_BASE_URL",
  // The build needs this one; who may see it is a test of the build.
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
  "PUBLIC_URL",
  "SEALING_KEY_FILE",
  "SEALING_KEY_WRAPPED_FILE",
];

it("S10: every setting that could be a secret has a mark in its place while the build runs", () => {
  const settings = [...readFileSync(".env.example", "utf8").matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name);
  const sounding = settings.filter((name) => /KEY|SECRET|TOKEN|PASSWORD|URL/.test(name));
  expect(sounding.filter((name) => !(name in MARKS)).toSorted()).toEqual(NO_SECRETS);
  const fileForms = /const FILE_FORMS = \[([^\]]+)\]/.exec(readFileSync("lib/platform/env.ts", "utf8"))?.[1] ?? "";
  const mounted = [...fileForms.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
  expect(mounted.length).toBeGreaterThan(5);
  expect(mounted.filter((name) => !(name in MARKS))).toEqual([]);
  for (const value of Object.values(MARKS)) expect(value).toContain(MARK);
});
