import { expect, it } from "vitest";
import { quietConsole } from "./quiet-console.mjs";

function listen() {
  const lines: string[] = [];
  const target = { error: (..._: unknown[]) => undefined, warn: (..._: unknown[]) => undefined };
  quietConsole(target, (line) => lines.push(line));
  return { target, lines };
}

it("S4, I11: what the framework says of an error is one line of JSON, without the error's own words", () => {
  const { target, lines } = listen();
  const error = Object.assign(new TypeError('no "canary-value"\n{"level":10,"msg":"forged"}'), { code: "E_CODE" });
  target.error(error);
  target.error("Failed to prepare server", error);
  target.warn("A warning\nof two lines\u001B[31m");
  target.error({ values: "canary-value" });
  expect(lines.map((line) => [line.endsWith("\n"), line.slice(0, -1).includes("\n")])).toEqual(
    Array(4).fill([true, false]),
  );
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
    "TypeError E_CODE",
    "Failed to prepare server TypeError E_CODE",
    "A warning",
    "object",
  ]);
});

it("N6: the call of an action from another site is a warning, whatever its level was", () => {
  const { target, lines } = listen();
  const why = "does not match `origin` header with value `evil.example` from a forwarded Server Actions request.";
  target.error(`\`host\` header with value \`here\` ${why} Aborting the action.`);
  target.error("Failed to prepare server");
  expect(lines.map((line) => JSON.parse(line).level)).toEqual([40, 50]);
});

it("L3: an error with a digest is logged by its handler, and not twice", () => {
  const { target, lines } = listen();
  target.error(Object.assign(new Error("canary"), { digest: "1234" }));
  expect(lines).toEqual([]);
});
