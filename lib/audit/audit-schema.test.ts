import { expect, it } from "vitest";
import { areDaysInverted } from "./audit-schema";

it.each([
  [{}, false],
  [{ from: "2026-03-02" }, false],
  [{ from: "2026-03-02", to: "2026-03-02" }, false],
  [{ from: "2026-03-02T23:00:00Z", to: "2026-03-02" }, false],
  [{ from: "2026-03-02", to: "2026-03-01" }, true],
  [{ from: "2026-03-02T10:00:00Z", to: "2026-03-02T09:59:59Z" }, true],
])("of %j, that the last day lies before the first is %s", (filter, inverted) => {
  expect(areDaysInverted(filter)).toBe(inverted);
});
