import { describe, expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { connectors } from "@/lib/connectors/registry";
import { dataSourceForm } from "./data-source-schema";

const calls = clariCopilot.endpoints.find(({ id }) => id === "calls");
if (!calls) throw new Error("Clari Copilot has calls.");

const wrongIn = (parameters: Record<string, unknown>, name = "Calls") => {
  const parsed = dataSourceForm(calls).safeParse({ name, parameters });
  return Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);
};
const [early, late] = ["2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z"];

describe("the parameters of a form", () => {
  it("end no span before it begins", () => {
    const said = { "parameters.filterTimeLt": "Started before has to be later than Started after." };
    expect(wrongIn({ filterTimeGt: late, filterTimeLt: early })).toEqual(said);
    expect(wrongIn({ filterTimeGt: early, filterTimeLt: early })).toEqual(said);
    expect(wrongIn({ filterDurationGt: "60", filterDurationLt: 60 })).toEqual({
      "parameters.filterDurationLt": "Shorter than has to be more than Longer than.",
    });
    for (const right of [
      { filterTimeGt: early, filterTimeLt: late },
      { filterTimeLt: early },
      { filterTimeGt: late },
      { filterDurationGt: 60, filterDurationLt: "61" },
    ])
      expect(wrongIn(right)).toEqual({});
  });

  it("name people by addresses", () => {
    expect(wrongIn({ filterUser: ["ann@example.com", "Bob"] })).toEqual({
      "parameters.filterUser": "“Bob” is not an email address.",
    });
    expect(wrongIn({ filterUser: ["ann@example.com"], filterTopics: ["Bob"] })).toEqual({});
  });

  it("say all that is wrong at once", () => {
    const wrong = { filterTimeGt: late, filterTimeLt: early, filterUser: "Bob", filterDurationGt: "99999" };
    expect(Object.keys(wrongIn(wrong, "")).toSorted()).toEqual([
      "name",
      "parameters.filterDurationGt",
      "parameters.filterTimeLt",
      "parameters.filterUser",
    ]);
  });
});

it.each(connectors)("$id: what a parameter is above is one of the same endpoint and kind", ({ endpoints }) => {
  for (const { parameters } of endpoints) {
    for (const one of parameters) {
      if (!("above" in one)) continue;
      expect(parameters.find(({ id }) => id === one.above)?.kind, one.id).toBe(one.kind);
    }
  }
});
