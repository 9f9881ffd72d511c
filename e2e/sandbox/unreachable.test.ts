import { expect, it } from "vitest";
import { ask } from "./ask";
import { startCanary } from "./start-canary";
import { startClariSandbox } from "./start-clari-sandbox";
import { closedPort, UNRESOLVABLE_URL } from "./unreachable-urls";

it("P10: a closed port refuses until a sandbox takes it, and an .invalid name is never found", async () => {
  const { url, port } = await closedPort();
  expect(await ask(url)).toMatchObject({ status: undefined, end: "ECONNREFUSED" });
  const sandbox = await startClariSandbox({ port });
  expect(sandbox.url).toBe(url);
  expect((await ask(`${url}/users`)).status).toBe(401);
  await sandbox.close();
  expect((await ask(UNRESOLVABLE_URL)).end).toMatch(/^(ENOTFOUND|EAI_AGAIN)$/);
});

it("P4: a canary is where a redirect leads to, and keeps what was sent to it", async () => {
  const canary = await startCanary();
  const sandbox = await startClariSandbox({ redirectTo: `${canary.url}/users` });
  sandbox.behave("redirect:307");
  const { headers } = await ask(`${sandbox.url}/users`);
  expect(headers.location).toBe(`${canary.url}/users`);
  expect(canary.received).toEqual([]);
  const followed = await ask(String(headers.location), { headers: { "X-Api-Key": "a-key" } });
  expect([followed.status, followed.text]).toEqual([200, '{"users":[]}']);
  expect(canary.received).toHaveLength(1);
  expect(canary.received[0]).toContain("X-Api-Key: a-key");
  await Promise.all([sandbox.close(), canary.close()]);
});
