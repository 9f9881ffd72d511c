import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { nothing, openOperation } from "@/lib/api/operation";
import { serveTable } from "@/lib/api/serve";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { checkReady } from "@/lib/platform/check-ready";
import { prisma } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { forgetKeyRing } from "@/lib/platform/key-ring";
import { log } from "@/lib/platform/log";
import { logFailedRequest } from "@/lib/platform/log-failed-request";
import { randomId } from "@/lib/platform/random-id";
import { asPublicAction } from "./as-action";

const ORIGIN = "http://127.0.0.1:3000";
vi.mock("next/headers", () => ({ headers: async () => new Headers({ origin: "http://127.0.0.1:3000" }) }));

vi.hoisted(() => vi.stubEnv("PUBLIC_URL", ""));

const logged = vi.spyOn(log, "error");
beforeEach(() => void logged.mockClear());
const fail = async () => {
  throw Object.assign(new Error("canary-of-the-message"), { code: "E_CANARY" });
};
/** Posts to a route that does this. */
function post(run: () => Promise<undefined>): Promise<Response> {
  const row = openOperation({
    ...{ id: "act", method: "POST", path: "/act", tag: "About", summary: "Acts" },
    answer: nothing,
    run,
  });
  return serveTable([row], new Request(`${ORIGIN}/api/v1/act`, { method: "POST", headers: { origin: ORIGIN } }));
}
const lines = () => logged.mock.calls.map(([line]) => line as unknown as { correlationId?: string });

describe("L3: what nobody expected", () => {
  it("L3: becomes one sentence with an id and one log line with the same id, in a route", async () => {
    const response = await post(fail);
    const text = await response.text();
    const error = JSON.parse(text);
    expect(response.status).toBe(500);
    expect(error).toMatchObject({ code: "INTERNAL", correlationId: expect.stringMatching(/^[\da-f]{8}$/) });
    expect(error.detail).toContain(error.correlationId);
    expect(lines()).toMatchObject([{ correlationId: error.correlationId, error: { name: "Error", code: "E_CANARY" } }]);
    expect(text + JSON.stringify(lines())).not.toContain("canary-of");
  });

  it("L3: and in an action, which returns it", async () => {
    const result = await asPublicAction(fail);
    if (result.ok) throw new Error("it must fail");
    expect(result.error.code).toBe("INTERNAL");
    expect(lines()).toMatchObject([{ correlationId: result.error.correlationId }]);
    expect(JSON.stringify([result, lines()])).not.toContain("canary-of");
  });

  it("L3: and in a page, by the digest that it shows", () => {
    logFailedRequest(Object.assign(new Error("canary-of-the-message"), { digest: "3141" }), "/credentials", false);
    expect(lines()).toMatchObject([{ correlationId: "3141", route: "/credentials", error: { name: "Error" } }]);
    expect(JSON.stringify(lines())).not.toContain("canary-of");
  });
});

it("L4, S11: with its key gone the app is not ready, and changes nothing until it is back", async () => {
  const [actor] = await makeWorkspace("owner");
  if (!actor) throw new Error("no actor");
  const save = (name: string) =>
    createCredential(actor, {
      connectorId: "clari-copilot",
      formId: randomId(),
      name,
      description: "",
      values: { apiKey: "k", apiPassword: "p" },
      saveUnverified: true,
      keepBoth: true,
    });
  const work = vi.fn(async () => undefined);
  await save("Before");
  expect(await checkReady()).toBe(true);
  expect((await post(work)).status).toBe(204);
  const { renameSync } = await import("node:fs");
  const file = path.join(env().DATA_DIR, "keys", "sealing.key");
  renameSync(file, `${file}.away`);
  forgetKeyRing();
  expect(await checkReady()).toBe(false);
  const refused = await post(work);
  expect([refused.status, (await refused.json()).code]).toEqual([503, "UNAVAILABLE"]);
  expect(await asPublicAction(work)).toMatchObject({ ok: false, error: { code: "UNAVAILABLE" } });
  await expect(save("Meanwhile")).rejects.toThrow("key");
  expect(work).toHaveBeenCalledTimes(1);
  expect(await (await prisma()).credential.count()).toBe(1);
  renameSync(`${file}.away`, file);
  forgetKeyRing();
  expect(await checkReady()).toBe(true);
  expect((await post(work)).status).toBe(204);
});
