import { expect, it } from "vitest";
import { clariCopilot } from "@/lib/connectors/clari-copilot";
import { forecastSource } from "./forecast-source";

const source = { endpointId: "calls", parameters: {} };

it("says what a full read takes by what the last full one counted, at the pace of the provider", () => {
  const forecast = forecastSource(source, clariCopilot, [
    {},
    { total: 3, since: "2026-03-01T00:00:00.000Z" },
    { total: 9900 },
    { total: 1 },
  ]);
  expect(forecast?.provider).toBe("Clari Copilot");
  expect(forecast?.cost.requests).toBe(104);
  // Ten a second at most, and never more than the provider allows.
  expect(forecast?.cost.seconds).toBeGreaterThanOrEqual(104 / 10);
  expect(forecast?.cost.seconds).toBeLessThan(60);
});

it("says nothing where nothing was counted, or the endpoint is no more", () => {
  expect(forecastSource(source, clariCopilot, [])).toBeUndefined();
  expect(forecastSource(source, clariCopilot, [{ since: "2026-03-01T00:00:00.000Z", total: 5 }, {}])).toBeUndefined();
  expect(forecastSource({ ...source, endpointId: "gone" }, clariCopilot, [{ total: 5 }])).toBeUndefined();
});
