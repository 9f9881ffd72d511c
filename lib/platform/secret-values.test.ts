import { format, inspect } from "node:util";
import pino from "pino";
import { expect, it } from "vitest";
import { logOptions } from "./log";
import { secretValues } from "./secret-values";

const canary = "canary-31c7f0";

it("S4: values are redacted by what they are, at every level and depth, in whatever writes them", () => {
  const values = secretValues({ apiKey: canary, note: canary });
  const lines: string[] = [];
  const log = pino({ ...logOptions, level: "trace" }, { write: (line: string) => void lines.push(line) });
  for (const level of ["trace", "debug", "info", "warn", "error", "fatal"] as const) {
    log[level](values, "values");
    log[level]({ values, deep: { list: [{ values }] } }, "values %o %j %s", values, values, values);
    log.child({ values })[level]("a child's");
  }
  const written = [
    ...lines,
    JSON.stringify([{ values }]),
    inspect({ values }),
    format("%s %o %j", values, values, values),
  ];
  written.push(`${values}`, String(new Error("one", { cause: values }).cause));
  expect(written.join("\n")).not.toContain(canary);
  expect(written.join("\n")).toContain("[secret]");
});

it("values are still there for who asks for them, and for the one place that seals them", () => {
  const values = secretValues({ apiKey: canary });
  expect(values.apiKey).toBe(canary);
  expect(Object.entries(values)).toEqual([["apiKey", canary]]);
  expect(JSON.stringify({ ...values })).toBe(`{"apiKey":"${canary}"}`);
});
