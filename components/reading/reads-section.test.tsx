import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { ReadDto } from "@/lib/reading/reads-dto";
import { ReadsSection } from "./reads-section";

const read: ReadDto = {
  id: "read-1",
  dataSourceId: "source-1",
  status: "complete",
  sentence: "Complete: 1,234 records.",
  door: "ndjson",
  by: "Nightly <load>",
  records: 1234,
  total: 1240,
  requests: 14,
  bytes: 1_000_000,
  hidden: 0,
  gone: 0,
  startedAt: "2026-03-01T02:00:00.000Z",
};
const days = [
  { day: "2026-02-28", records: 0, complete: 0, failed: 0 },
  { day: "2026-03-01", records: 1234, complete: 1, failed: 2 },
];
const draw = (reads: ReadDto[], more: object = {}) =>
  renderToStaticMarkup(<ReadsSection days={days} reads={reads} {...more} />);

it("says of each read how it went, whose it was, how many records of how many, and with how many requests", () => {
  const page = draw([read, { ...read, id: "read-2", status: "failed", records: 1, requests: 1 }]);
  for (const text of [
    "Complete: 1,234 records.",
    "Nightly &lt;load&gt;",
    "NDJSON",
    "1,234 of 1,240 records",
    "14 requests",
  ])
    expect(page).toContain(text);
  expect(page).toContain("1 of 1,240 records");
  expect(page).toContain("Failed");
});

it("has the numbers of the chart in a table, of the days with a read alone, and marks failures in words too", () => {
  const page = draw([read]);
  const rows = page.match(/<tr>.*?<\/tr>/gs) ?? [];
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain("1 Mar 2026");
  expect(rows[1]).toContain("<td>1,234</td><td>1</td><td>2</td>");
  expect(page).toContain("2 failed reads");
  // The policy of every page takes no style of an element.
  expect(page).not.toContain("style=");
});

it("says that nothing was read, and what reading all of it would take where that is known", () => {
  expect(draw([])).toContain("Not read yet.");
  expect(draw([])).not.toContain("<svg");
  const forecast = { cost: { requests: 480, seconds: 80 }, provider: "Clari Copilot" };
  expect(draw([], { forecast })).toContain("about 480 requests, 80 seconds at the pace of Clari Copilot.");
});
