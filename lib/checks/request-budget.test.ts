import { expect, it } from "vitest";
import { connectors, findHttpConnector } from "@/lib/connectors/registry";
import { limitsOf } from "./limits-of";
import { paceOf, takeRequest } from "./request-budget";

const clari = findHttpConnector("clari-copilot");
if (!clari) throw new Error("no connector");
// Two in a second and no burst: so a line forms.
const connector = { ...clari, limits: [{ requests: 3, seconds: 1, of: "account" as const }] };
const request = (host: string, byHand: boolean, signal?: AbortSignal) => ({
  connector,
  host,
  credential: "one",
  byHand,
  signal,
});
const soon = () => performance.now() + 10_000;

it("people who come later pass what the schedule waits with", async () => {
  const order: string[] = [];
  const take = (name: string, byHand: boolean) =>
    takeRequest(request("line.example", byHand), soon()).then((seconds) => order.push(`${name} ${seconds}`));
  await take("first", true);
  const scheduled = take("schedule", false);
  await Promise.all([take("second", true), take("third", true)]);
  await scheduled;
  expect(order.slice(0, 3).toSorted()).toEqual(["first undefined", "second undefined", "third undefined"]);
  expect(order.at(3)).toBe("schedule undefined");
});

it("the schedule gives up in time, and at once where it is stopped", async () => {
  const host = "busy.example";
  await takeRequest(request(host, true), soon());
  expect(await takeRequest(request(host, false), performance.now() + 100)).toBe(1);
  expect(await takeRequest(request(host, false, AbortSignal.abort()), soon())).toBeGreaterThan(5);
});

it("some checks come at once where an hour is what is limited, and no span of any provider is ever used up", async () => {
  const hourly = { ...clari, limits: [{ requests: 60, seconds: 3600, of: "account" as const }] };
  for (let check = 0; check < 5; check += 1)
    expect(await takeRequest({ ...request("hourly.example", true), connector: hourly }, performance.now())).toBe(
      undefined,
    );
  for (const { id, limits } of connectors) {
    const { distanceMs, burst, readBurst } = paceOf(limitsOf({ id, limits }));
    // Those of reads, and of checks that come when reads have just had theirs.
    for (const { requests, seconds } of limits.filter(({ seconds }) => seconds <= 3600))
      expect(burst + readBurst + (seconds * 1000) / distanceMs, `${id}, ${seconds} s`).toBeLessThan(requests);
    expect(distanceMs * Math.max(1 - readBurst, 0), `${id}: a read after a check`).toBeLessThan(10_000);
  }
});
