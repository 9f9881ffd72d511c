import { expect, test } from "vitest";
import { describeFailed, failedBrowserTests, failedUnits } from "./failed-tests.mjs";

const root = "/home/app/";

test("of the unit tests, each failed one is named, and a file that failed before its tests", () => {
  const testResults = [
    {
      name: "/home/app/lib/a.test.ts",
      status: "failed",
      assertionResults: [
        {
          ancestorTitles: ["a form"],
          title: "is sent",
          status: "failed",
          failureMessages: [
            "AssertionError: expected 1 to be 2\nCall Log:\n- Timeout\n    at /home/app/lib/a.test.ts:3:1",
          ],
        },
        { ancestorTitles: ["a form"], title: "is empty", status: "passed" },
      ],
    },
    { name: "/home/app/lib/b.test.ts", status: "failed", assertionResults: [] },
    { name: "/home/app/lib/c.test.ts", status: "passed", assertionResults: [{ title: "c", status: "passed" }] },
  ];
  const names = describeFailed(failedUnits({ testResults }), root);
  expect(names.replaceAll(process.version, "v20")).toBe(
    "FAILED on v20: lib/a.test.ts › a form › is sent: AssertionError: expected 1 to be 2\nFAILED on v20: lib/b.test.ts › outside of its tests\n",
  );
});

test("of the browser tests, each failed one is named with where it ran and why, and what failed outside of them", () => {
  const message =
    '\u001b[31mError: toHaveTitle failed\u001b[39m\n\nExpected: "A"\nReceived: "B"\n\n  11 | a\n> 12 | b\n';
  const of = (embedded: string, postgres: string) => [
    { projectName: "embedded", status: embedded },
    {
      projectName: "postgres",
      status: postgres,
      results: [{ errors: [{ message, location: { line: 12 } }, { message: "a second one" }] }],
    },
  ];
  const why = '(postgres, line 12): Error: toHaveTitle failed / Expected: "A" / Received: "B"';
  const report = {
    config: { rootDir: "/home/app/e2e" },
    suites: [
      {
        file: "members/members.e2e.ts",
        specs: [
          { title: "an owner invites", tests: of("expected", "unexpected") },
          { title: "a link is used once", tests: of("flaky", "expected") },
        ],
        suites: [{ title: "on a phone", specs: [{ title: "a dialog fits", tests: of("skipped", "unexpected") }] }],
      },
    ],
    errors: [{ message: "\u001b[31mSyntaxError: x.e2e.ts\u001b[39m\nat line 1" }],
  };
  const file = "/home/app/e2e/members/members.e2e.ts";
  const failed = [
    `${file} › an owner invites ${why}`,
    `${file} › a link is used once (embedded, flaky)`,
    `${file} › on a phone › a dialog fits ${why}`,
    "SyntaxError: x.e2e.ts",
  ];
  expect(failedBrowserTests(report, true)).toEqual(failed);
  expect(failedBrowserTests(report, false)).toEqual(
    failed.toSpliced(2, 0, `${file} › on a phone › a dialog fits (embedded, skipped)`),
  );
});

test("where nothing failed, nothing is said", () => {
  expect(describeFailed([], root)).toBe("");
});
