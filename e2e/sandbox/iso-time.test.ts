import { expect, it } from "vitest";
import { isoWriter } from "./iso-time";

it("writes what toISOString writes, back and forth", () => {
  const iso = isoWriter();
  const start = Date.UTC(1969, 11, 30);
  for (let step = 0; step < 2000; step += 1) {
    const time = start + ((step * 7_919_333_777) % 3_000_000_000_000);
    expect(iso(time)).toBe(new Date(time).toISOString());
  }
});
