import { describe, expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { formConnector } from "@/lib/connectors/form-connector";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { type Sides, theirChanges } from "./their-changes";

const known = {
  connector: formConnector(clariCopilot),
  nameOf: (id: string | undefined) => (id === "eu" ? "Sales EU" : "Sales US"),
};
const form = (more: Partial<DataSourceForm> = {}): DataSourceForm => ({
  ...{ name: "Calls", endpointId: "calls", credentialId: "eu", parameters: {} },
  ...more,
});
const changes = (sides: Partial<Sides>) =>
  theirChanges(known, { before: form(), mine: form(), theirs: form(), ...sides });
const inBrief = (sides: Partial<Sides>) =>
  changes(sides).map(({ label, theirs, yours, isMine }) => [label, theirs, yours, isMine]);

describe("what someone else changed in a data source", () => {
  it("is nothing where they changed what is typed here as well, or what only stands here", () => {
    expect(inBrief({ mine: form({ name: "Mine" }) })).toEqual([]);
    expect(inBrief({ mine: form({ name: "Both" }), theirs: form({ name: "Both" }) })).toEqual([]);
  });

  it("is told field by field, in the words of the form", () => {
    const theirs = form({
      ...{ name: "Theirs", credentialId: "us" },
      parameters: {
        filterDurationGt: 60,
        filterTimeGt: "2026-11-01T00:00:00.000Z",
        filterTopics: ["Pricing", "Renewal"],
      },
    });
    const mine = form({ name: "Mine", parameters: { filterDurationGt: "90", filterTopics: [] } });
    expect(inBrief({ mine, theirs })).toEqual([
      ["Data source name", "Theirs", "Mine", true],
      ["Credential", "Sales US", "Sales EU", false],
      ...inBrief({ mine: form(), theirs: form({ parameters: { filterTimeGt: "2026-11-01T00:00:00.000Z" } }) }),
      ["Longer than", "60 seconds", "90 seconds", true],
      ...inBrief({ mine: form(), theirs: form({ parameters: { filterTopics: ["Pricing", "Renewal"] } }) }),
    ]);
  });

  it("takes theirs alone: what is typed elsewhere stays", () => {
    const theirs = form({ parameters: { filterDurationGt: 60 } });
    const mine = form({ name: "Mine", parameters: { filterDurationLt: "1800" } });
    const [change, ...more] = changes({ mine, theirs });
    expect(more).toEqual([]);
    expect(change?.isMine).toBe(false);
    expect(change?.take(mine)).toEqual(
      form({ name: "Mine", parameters: { filterDurationGt: 60, filterDurationLt: "1800" } }),
    );
  });

  it("is the whole request where the endpoints are two", () => {
    const theirs = form({ parameters: { filterDurationGt: 60 } });
    const mine = form({ endpointId: "users" });
    expect(inBrief({ mine, theirs })).toEqual([["Endpoint", "Calls\nLonger than: 60 seconds", "Users", true]]);
    expect(changes({ mine, theirs })[0]?.take(mine)).toEqual(theirs);
    expect(inBrief({ mine })).toEqual([]);
  });

  it("is all that differs where nobody knows what the form began with", () => {
    const mine = form({ name: "Mine", parameters: { filterDurationGt: "90" } });
    expect(inBrief({ before: undefined, mine })).toEqual([
      ["Data source name", "Calls", "Mine", true],
      ["Longer than", "", "90 seconds", true],
    ]);
  });
});
