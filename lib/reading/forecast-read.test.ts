import { describe, expect, it } from "vitest";
import type { Endpoint } from "@/lib/connectors/connector";
import { findHttpConnector } from "@/lib/connectors/registry";
import { forecastRead } from "./forecast-read";
import { callsAt, callsEndpoint, clariOf, readAll, STARTED } from "./generated-provider.fixture";
import { parentOf } from "./read-records";

const endpointOf = (connectorId: string, endpointId: string) =>
  findHttpConnector(connectorId)?.endpoints.find(({ id }) => id === endpointId) as Endpoint;
const details = endpointOf("clari-copilot", "call-details");
const endpoints = findHttpConnector("clari-copilot")?.endpoints ?? [];

describe("what a full read costs", () => {
  it.each([
    ["one page without paging", endpointOf("clari-copilot", "users"), 5000, 1],
    ["pages by size, to the provider's word", endpointOf("clari-copilot", "scorecards"), 5001, 101],
    ["pages to one that brings nothing", endpointOf("fireflies", "transcripts"), 100, 3],
    ["pages of a size of their own", endpointOf("gong", "calls"), 250, 3],
    ["one page of nothing", endpointOf("gong", "calls"), 0, 1],
  ])("%s", (_, endpoint, total, requests) =>
    expect(forecastRead(endpoint, { total, perSecond: 2 })).toEqual({ requests, seconds: requests / 2 }),
  );

  it.each([0, 99, 1234, 20_000])("by time, of %s: no less than it takes, and little more", async (total) => {
    const provider = clariOf(callsAt(Array.from({ length: total }, (_, index) => STARTED - (index + 1) * 60_000)));
    await readAll(callsEndpoint, provider);
    const { requests } = forecastRead(callsEndpoint, { total, perSecond: 5 });
    expect(requests).toBeGreaterThanOrEqual(provider.requests.length);
    expect(requests).toBeLessThanOrEqual(provider.requests.length + 4);
  });

  it("one request for each that is asked for by itself, and the time until the provider counts anew", () => {
    const input = { total: 120_000, perSecond: 5, window: { requests: 50_000, period: "week" } } as const;
    const { requests, seconds } = forecastRead(
      details,
      input,
      parentOf({ endpoints, endpoint: details, parameters: {} }),
    );
    expect(requests).toBe(120_000 + 1213 + 4);
    expect(seconds).toBe(2 * 7 * 86_400 + (requests - 100_000) / 5);
    expect(forecastRead(details, input, parentOf({ endpoints, endpoint: details, parameters: { id: "a" } }))).toEqual({
      requests: 1,
      seconds: 0.2,
    });
  });
});
