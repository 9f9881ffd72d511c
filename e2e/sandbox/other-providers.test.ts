import { expect, it, onTestFinished, vi } from "vitest";
import { ask } from "./ask";
import { startFirefliesSandbox } from "./start-fireflies-sandbox";
import { startGongSandbox } from "./start-gong-sandbox";

const basic = (key: string, secret: string) => ({
  Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
});

it("Gong takes its key by HTTP Basic and refuses others", async () => {
  const gong = await startGongSandbox();
  onTestFinished(gong.close);
  const good = await ask(`${gong.url}/v2/users`, { headers: basic(gong.accessKey, gong.accessKeySecret) });
  expect(good.status).toBe(200);
  const json = JSON.parse(good.text);
  expect(json).toMatchObject({ requestId: expect.any(String), records: { totalRecords: 12, currentPageNumber: 0 } });
  expect(json.users).toHaveLength(12);
  const bad = await ask(`${gong.url}/v2/users?k=${gong.accessKey}`, { headers: basic(gong.accessKey, "wrong") });
  expect(bad.status).toBe(401);
  expect(JSON.parse(bad.text).errors[0]).toMatch(/^Failed to verify Access Key/);
  expect((await ask(`${gong.url}/v2/users`)).status).toBe(401);
  expect(gong.requests).toMatchObject([
    { hasHeader: true, headerMatchesKey: true, status: 200 },
    { headerMatchesKey: false, query: "?k=[secret]", status: 401 },
    { hasHeader: false, status: 401 },
  ]);
});

it.each([[401], [200]] as const)("Fireflies takes its key by Bearer and refuses others with %i", async (refuseWith) => {
  const fireflies = await startFirefliesSandbox({ refuseWith });
  onTestFinished(fireflies.close);
  const post = (key: string, body: string) =>
    ask(`${fireflies.url}/graphql`, { method: "POST", headers: { Authorization: `Bearer ${key}` }, body });
  const query = JSON.stringify({ query: "{ user { user_id name email } }" });
  const good = await post(fireflies.apiKey, query);
  expect(good.status).toBe(200);
  expect(JSON.parse(good.text).data.user).toEqual({
    user_id: expect.any(String),
    name: expect.any(String),
    email: expect.stringContaining("@example.com"),
  });
  const bad = await post("wrong", query);
  expect(bad.status).toBe(refuseWith);
  expect(JSON.parse(bad.text)).toEqual({
    errors: [
      { message: "Invalid or missing API key", code: "auth_failed", extensions: { code: "auth_failed", status: 401 } },
    ],
  });
  expect((await post(fireflies.apiKey, "no json")).status).toBe(400);
  const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
  expect((await post(fireflies.apiKey, query + " ".repeat(100_000))).status).toBe(500);
  expect(complaint).toHaveBeenCalledOnce();
  complaint.mockRestore();
  expect((await ask(`${fireflies.url}/graphql`)).status).toBe(404);
  expect(fireflies.requests.slice(0, 2)).toMatchObject([{ headerMatchesKey: true }, { headerMatchesKey: false }]);
});
