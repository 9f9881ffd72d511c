import { expect, it } from "vitest";
import { findConnector } from "@/lib/connectors/registry";
import { takeRequest } from "./request-budget";

const clari = findConnector("clari-copilot");
if (!clari) throw new Error("no connector");
// Two in a second and no burst: so a line forms.
const connector = { ...clari, limits: [{ requests: 10, seconds: 3, of: "account" as const }] };
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
