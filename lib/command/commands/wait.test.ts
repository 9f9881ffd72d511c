import { afterEach, beforeEach, expect, it } from "vitest";
import { FakeLatchkey, TOKEN } from "../fake-latchkey.fixture";
import { run, startOther } from "../run.fixture";

let server: FakeLatchkey;
beforeEach(async () => {
  server = await FakeLatchkey.start();
});
afterEach(() => server.close());

it("waits until credentials are verified, and says what is not", async () => {
  const emea = server.credential("EMEA", { status: "UNVERIFIED" });
  const { id } = server.credential("APAC", { status: "FAILED" });
  server.instead.set(`GET /credentials/${id}`, [{ status: 503, body: { detail: "Not now." } }]);
  const words = ["wait", "EMEA", "--every", "0.01", "--timeout"];
  const waiting = run(server, [...words, "20"]);
  await expect.poll(() => server.asked.length).toBeGreaterThan(4);
  emea.status = "VERIFIED";
  expect((await waiting).code).toBe(0);
  expect(await run(server, [...words, "0", "APAC"])).toMatchObject({
    code: 4,
    err: expect.stringContaining("APAC: FAILED"),
  });
  expect((await run(server, [...words, "soon"])).code).toBe(2);
});

it("a server that takes requests and says nothing is not waited for beyond the time", async () => {
  const silent = await startOther(() => undefined);
  const env = { LATCHKEY_URL: silent.url, LATCHKEY_TOKEN: TOKEN };
  const words = ["wait", "EMEA", "--timeout", "5"];
  expect(await run(undefined, words, { env })).toMatchObject({ code: 5, err: expect.stringContaining("no answer") });
  await silent.close();
});

it("waits for a server that is not up yet, and says that it did not answer", async () => {
  server.credential("EMEA");
  const { port } = new URL(server.url);
  await server.close();
  const words = ["wait", "EMEA", "--every", "0.01", "--timeout"];
  expect(await run(server, [...words, "0.05"])).toMatchObject({ code: 5, err: expect.stringContaining("no answer") });
  const waiting = run(server, [...words, "20"]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  server = await FakeLatchkey.start(Number(port));
  server.credential("EMEA");
  server.instead.set("GET /credentials", [{ status: 503, body: { detail: "Not yet." } }]);
  expect((await waiting).code).toBe(0);
  expect((await run(server, ["wait", "Nobody"])).code).toBe(6);
});
