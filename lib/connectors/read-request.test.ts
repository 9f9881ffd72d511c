import { describe, expect, it } from "vitest";
import type { Endpoint } from "./connector";
import { readableParameters } from "./parse-parameter";
import { requestLine } from "./read-request";
import { connectors } from "./registry";

const endpointOf = (connectorId: string, endpointId: string): Endpoint => {
  const found = connectors.find(({ id }) => id === connectorId)?.endpoints.find(({ id }) => id === endpointId);
  if (!found) throw new Error(`There is no endpoint ${endpointId}.`);
  return found;
};
const calls = endpointOf("clari-copilot", "calls");
const details = endpointOf("clari-copilot", "call-details");
const transcripts = endpointOf("fireflies", "transcripts");

describe("a request line", () => {
  it.each([
    [calls, {}, "GET /calls"],
    [
      calls,
      { filterUser: ["a+b@example.com", "c"], filterTimeGt: "2026-01-01T00:00:00.000Z", includeAudio: true },
      "GET /calls?filterTimeGt=2026-01-01T00:00:00.000Z&filterUser=a%2Bb@example.com&filterUser=c&includeAudio=true",
    ],
    [
      calls,
      { filterTopics: ["a&b=c d"], filterDurationGt: 0 },
      "GET /calls?filterDurationGt=0&filterTopics=a%26b%3Dc%20d",
    ],
    [calls, { filterStatus: ["PROCESSED", "SCHEDULED"] }, "GET /calls?filterStatus=PROCESSED&filterStatus=SCHEDULED"],
    [calls, { filterStatus: "PROCESSED" }, "GET /calls?filterStatus=PROCESSED"],
    [calls, { notItsOwn: "x" }, "GET /calls"],
    [details, { filterStatus: ["PROCESSED"], includeAudio: true }, "GET /call-details?id=…&includeAudio=true"],
    [details, { id: "a" }, "GET /call-details?id=a"],
    [transcripts, {}, "POST /graphql"],
    [transcripts, { mine: true }, 'POST /graphql {"mine":true}'],
  ])("of %o with %j", (endpoint, parameters, line) => expect(requestLine(endpoint, parameters)).toBe(line));

  it("has of a form what would be stored of it, and nothing half typed", () => {
    const typed = {
      filterTimeGt: "2026-01-01T00:00",
      filterTopics: " a\n\nb ",
      filterDurationGt: "7x",
      includeAudio: false,
    };
    expect(readableParameters(calls, typed)).toEqual({
      filterTimeGt: "2026-01-01T00:00:00.000Z",
      filterTopics: ["a", "b"],
    });
  });

  it("has of choices each once, in their order; what was stored as one is a list of it", () => {
    const stored = (filterStatus: unknown) => readableParameters(calls, { filterStatus });
    expect(stored(["PROCESSED", "SCHEDULED"])).toEqual({ filterStatus: ["SCHEDULED", "PROCESSED"] });
    expect(stored("PROCESSED")).toEqual({ filterStatus: ["PROCESSED"] });
    for (const none of [[], "", false, ["DONE"], [["PROCESSED"]], Array(18).fill("PROCESSED"), {}])
      expect(stored(none)).toEqual({});
  });
});
