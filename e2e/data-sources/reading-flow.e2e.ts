import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "../support/fixtures";
import { ReadingStage } from "../support/reading-stage";

let stage: ReadingStage;
test.beforeAll(async ({ browser }, info) => {
  stage = await ReadingStage.start(browser, info);
});
test.afterAll(() => stage.end());

/** A stream of which nothing is taken yet. */
async function open(address: string): Promise<IncomingMessage> {
  const request = get(address, { headers: stage.headers({ accept: "application/x-ndjson" }), agent: false });
  const [response] = await once(request, "response");
  response.on("error", () => undefined);
  expect(response.statusCode).toBe(200);
  return response;
}

/** How often the provider was asked, once it is asked no more. */
async function askedInTheEnd(): Promise<number> {
  for (let before = -1; before !== stage.clari.requests.length; await wait(800)) before = stage.clari.requests.length;
  return stage.clari.requests.length;
}

/** Takes at least so many bytes; returns how many it took. */
async function take(response: IncomingMessage, bytes: number): Promise<number> {
  let taken = 0;
  while (taken < bytes) {
    const chunk = response.read();
    if (chunk === null) await once(response, "readable");
    else taken += chunk.length;
  }
  return taken;
}

/** Bytes that this machine took for a client that did not ask for them yet: nobody else can know of these. */
async function heldFor({ socket, readableLength }: IncomingMessage): Promise<number> {
  const port = `:${(socket.localPort ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const table = (await readFile("/proc/self/net/tcp", "latin1")).split("\n").map((line) => line.trim().split(/\s+/));
  const queues = table.find(([, local]) => local?.endsWith(port))?.[4] ?? "";
  return readableLength + socket.readableLength + Number.parseInt(queues.slice(queues.indexOf(":") + 1), 16);
}

test("a reader that takes little keeps the provider at most two pages ahead", async () => {
  // Elsewhere nothing says what lies in the system.
  test.skip(process.platform !== "linux");
  const clari = await stage.become({ generated: { count: 30_000 } });
  const { records } = await stage.source();
  const before = clari.requests.length;
  const response = await open(records);
  let taken = 0;
  for (const more of [0, 10_000, 100_000, 400_000]) {
    taken += await take(response, more);
    const asked = (await askedInTheEnd()) - before;
    const pageBytes = clari.requests.slice(before).reduce((sum, { bytes }) => sum + (bytes ?? 0), 0) / asked;
    const ahead = asked - (taken + (await heldFor(response))) / pageBytes;
    // And a part of one may be on its way.
    expect(ahead, `${asked} asked, ${taken} bytes taken`).toBeLessThan(2.5);
  }
  response.destroy();
});

test("a reader that hangs up stops the provider: at most one more request, and the read says that it was left", async () => {
  await stage.become({ generated: { count: 30_000 } });
  const { records } = await stage.source();
  const response = await open(records);
  await take(response, 500_000);
  // The sandbox and this reader are one process: what is on its way to it counts as asked.
  const asked = await askedInTheEnd();
  expect(asked).toBeLessThan(20);
  response.destroy();
  expect(await askedInTheEnd()).toBeLessThanOrEqual(asked + 1);
  const read = await stage.read(String(response.headers["latchkey-read-id"]));
  expect(read).toMatchObject({ status: "left" });
  expect(read.records).toBeLessThan(2000);
});
