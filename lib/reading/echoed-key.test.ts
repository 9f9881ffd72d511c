import { afterAll, expect, it, vi } from "vitest";
import { listReads } from "./list-reads";
import { readLines, sourceOf } from "./reading.fixture";

// Before the imports, which read the environment once.
const { pair, close } = await vi.hoisted(async () => {
  const http = await import("node:http");
  const pair = { apiKey: "the-key-of-the-caller", apiPassword: "and-its-password" };
  const record = JSON.stringify({ id: pair.apiKey, time: "2026-01-01T00:00:00.000Z" });
  const server = http.createServer((request, response) => {
    const url = request.url ?? "";
    const isFirst = url.startsWith("/calls") && !/filterTimeGt|skip/.test(url);
    response.statusCode = url.startsWith("/users") || isFirst ? 200 : 400;
    if (isFirst) response.end(`{"calls":[${record}],"pagination":{"matched":2,"hasMore":true}}`);
    else response.end('{"users":[{"id":"1"}]}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  vi.stubEnv("CLARI_COPILOT_BASE_URL", `http://127.0.0.1:${port}`);
  return { pair, close: () => server.close() };
});
afterAll(() => void close());

it("the key of the record before a stop is the provider's text too, and hides what it echoes", async () => {
  const { actor, source } = await sourceOf(pair);
  await expect(readLines(actor, source.id)).rejects.toMatchObject({ dto: { code: "PROVIDER_ANSWER_UNUSABLE" } });
  const { reads } = await listReads(actor, source.id);
  expect(reads).toMatchObject([{ status: "failed", reason: "rejected", behind: "[hidden by Latchkey]" }]);
});
