import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAskingUseCases, readRows } from "../../e2e/support/read-use-cases";

// Check, then store, as docs/decisions/0023-check-then-store.md says it: found in the sources, so that it holds for
// whatever comes next to ask a provider.

const read = (file: string) => readFileSync(file, "utf8");
const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name) && !/\.(test|fixture)\.tsx?$/.test(name))
    .map((name) => ({ file: `${folder}/${name}`, text: read(`${folder}/${name}`) }));
const components = filesIn("components", /\.tsx?$/);
const matching = (pattern: RegExp) =>
  components
    .filter(({ text }) => pattern.test(text))
    .map(({ file }) => file)
    .toSorted();

/** They ask, and store nothing for an act: the answer is what they are for. */
const VERIFICATIONS: Record<string, string> = {
  verifyCredential: "POST /api/v1/credentials/{id}/verify",
  verifyCredentialValues: "POST /api/v1/credentials/verify",
};
const useCases = readAskingUseCases();
const acts = useCases.filter(({ name }) => !(name in VERIFICATIONS));
const actionOf = ({ doors }: { doors: string[] }) => doors.find((door) => door.endsWith("Action")) ?? "";
const routeOf = ({ doors }: { doors: string[] }) => doors.find((door) => door.includes(" /api/")) ?? "";
const doorText = (route: string) => readRows().find(({ door }) => door === route)?.text;

it("a verification has no other door than its route, which a closed request stops", () => {
  for (const [name, route] of Object.entries(VERIFICATIONS)) {
    expect(useCases.find((useCase) => useCase.name === name)?.doors, name).toEqual([route]);
    expect(doorText(route), name).toMatch(new RegExp(`\\b${name}\\([^)]*\\brequest\\.signal\\)`));
  }
});

it("the acts that ask a provider are found", () => {
  expect(acts.map(({ name }) => name)).toEqual([
    "createCredential",
    "createDataSource",
    "moveDataSources",
    "replaceCredentialValues",
    "rollbackCredential",
    "updateDataSource",
  ]);
});

/** The file of an act, and of what it shares with another one of its folder. */
function proofOf({ file, text }: { file: string; text: string }): string {
  const shared = /\bfindObstacle\(/.test(text) ? read(`${file.slice(0, file.lastIndexOf("/"))}/find-obstacle.ts`) : "";
  return read(file) + shared;
}

describe.each(acts.map((act) => [act.name, act] as const))("%s", (name, act) => {
  it("takes a receipt, and asks only where there is none", () => {
    expect(proofOf(act)).toContain("await requireAccepted(");
    expect(proofOf(act)).toMatch(/\{ receipt, signal \}/);
    expect(act.text.match(/\bparseInput\(/g), "the input is parsed once").toHaveLength(1);
  });

  it("has one action for screens, and one route for programs that passes its signal on", () => {
    expect(act.doors.toSorted()).toEqual([routeOf(act), actionOf(act)].toSorted());
    expect(doorText(routeOf(act))).toMatch(new RegExp(`\\b${name}\\(.*\\brequest\\.signal\\)`));
  });

  it("is called by screens only as what follows a check", () => {
    const action = actionOf(act);
    const callers = components.filter(({ text }) => new RegExp(`\\b${action}\\(`).test(text));
    expect(callers.length).toBeGreaterThan(0);
    for (const { file, text } of callers) {
      const calls = text.match(new RegExp(`\\b${action}\\(`, "g"))?.length;
      // Given to `store`, with the receipt of the check before; or made for that, where several forms have the act.
      const given = [
        ...text.matchAll(
          new RegExp(`\\(from(?:: string)?, receipt[^)]*\\) =>\\s+${action}\\(from, [^;]*\\breceipt\\b`, "g"),
        ),
      ];
      expect(given, file).toHaveLength(calls ?? 0);
      expect(text, file).toMatch(/\bcheck\.store\(|^export const replaceWith =/m);
    }
  });
});

it("screens ask verification routes through one hook, and no other route that asks a provider", () => {
  expect(matching(/\bpostQuestion\b/)).toEqual(["components/checks/use-stoppable.ts"]);
  // To try a connector of one's own is no verification: there are no values, and nothing is accepted.
  expect(matching(/\buseStoppable</)).toEqual([
    "components/checks/use-stoppable.ts",
    "components/credentials/checks/use-question.ts",
    "components/own-connectors/use-define.ts",
  ]);
  // `useBulkVerify` asks about one after another, and has nothing to store.
  expect(matching(/\buseQuestion\(\)/)).toEqual([
    "components/credentials/bulk/use-bulk-verify.ts",
    "components/credentials/checks/use-check.ts",
    "components/credentials/checks/use-question.ts",
  ]);
  const questions = matching(/\/api\/v1\/credentials[^"`]*\/verify["`]/);
  expect(questions).toEqual(["components/credentials/checks/question.ts"]);
  for (const act of acts) {
    const address = routeOf(act)
      .split("/")
      .findLast((part) => !part.startsWith("{"));
    expect(
      matching(new RegExp(`\\bfetch\\([^)]*${address}|["\`]/api/v1/[^"\`]*${address}["\`]`)),
      routeOf(act),
    ).toEqual([]);
  }
});

it("what a check came to is drawn in one place", () => {
  for (const part of ["<RefusedCheck\\b", '/verification-panel"\\)'])
    expect(matching(new RegExp(part)), part).toEqual(["components/credentials/checks/check-panel.tsx"]);
  expect(matching(/<CheckProgress\b/)).toEqual([
    "components/credentials/checks/check-panel.tsx",
    "components/own-connectors/try-panel.tsx",
  ]);
  expect(matching(/Check stopped/)).toEqual(["components/credentials/checks/check-panel.tsx"]);
});
