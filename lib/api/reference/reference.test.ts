import { spawnSync } from "node:child_process";
import { Script } from "node:vm";
import { describe, expect, it } from "vitest";
import { operations } from "@/lib/api/operations";
import { describeOperation, listReference } from "./describe-operations";

const described = operations.map(({ id }) => describeOperation(id));

it("lists every operation of the table once", () => {
  const listed = listReference().flatMap((group) => group.operations.map(({ id }) => id));
  expect(listed.toSorted()).toEqual(operations.map(({ id }) => id).toSorted());
  expect(() => describeOperation("toString")).toThrow("doesn't exist");
});

it("says of every field and parameter what it is", () => {
  for (const { id, body, answer, parameters } of described) {
    for (const { name, type, description } of [...(body?.fields ?? []), ...answer.fields, ...parameters])
      expect([type, description].map(Boolean), `${id}: ${name}`).toEqual([true, name !== "kind" || description !== ""]);
    if (answer.types.includes("application/json") && !["getDocument"].includes(id))
      expect(answer.fields.length, id).toBeGreaterThan(0);
  }
});

it("names what is inside of a field, and of each of a list", () => {
  const names = describeOperation("getCredential").answer.fields.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(["id", "recentChecks[].at", "dataSources[].name", "rotation.dueOn"]));
});

it("shows an example to whoever may call it by program, and to nobody else", () => {
  for (const { id, access, samples } of described) expect(samples.length, id).toBe(access === "person" ? 0 : 3);
});

describe("the examples are programs", () => {
  const sampled = described.filter(({ samples }) => samples.length > 0);
  const textOf = (one: (typeof sampled)[number], id: string) =>
    one.samples.find((sample) => sample.id === id)?.text ?? "";

  it.each(sampled.map((one) => [one.id, one] as const))("of %s", (_, one) => {
    expect(() => new Script(`async () => {${textOf(one, "node")}}`)).not.toThrow();
    const { status, stderr } = spawnSync("bash", ["-n"], { input: textOf(one, "curl"), encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(textOf(one, "curl")).toContain(`/api/v1/${one.path.slice(1).split("{")[0]}`);
  });

  it("also in Python, where there is one to ask", () => {
    const program = "import ast, json, sys\nfor text in json.load(sys.stdin): ast.parse(text)";
    const input = JSON.stringify(sampled.map((one) => textOf(one, "python")));
    const { status, stderr, error } = spawnSync("python3", ["-c", program], { input, encoding: "utf8" });
    if (!error) expect([status, stderr]).toEqual([0, ""]);
  });
});
