import { afterAll, describe, expect, it, vi } from "vitest";
import { actionsOn } from "@/lib/credentials/values/credential-life.fixture";
import { previewSource } from "./preview-source";
import { sourceOf } from "./reading.fixture";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const never = () => new AbortController().signal;
const connectorId = "clari-copilot";

describe("a look at what a source would read", () => {
  it("has the first 25 records, how many there are, and the request as a command without a value", async () => {
    const { actor, credential } = await sourceOf(clari.pair);
    const input = { connectorId, credentialId: credential.id, endpointId: "calls", parameters: {} };
    const looked = await previewSource(actor, input, never());
    if (looked.kind !== "page") throw new Error(looked.headline);
    expect(looked.records).toHaveLength(25);
    expect(looked.total).toBeGreaterThan(25);
    expect(looked).toMatchObject({ hasMore: true, hidden: 0 });
    expect(looked.curl).toContain('-H "X-Api-Key: $API_KEY" \\\n  -H "X-Api-Password: $API_PASSWORD"');
    expect(looked.curl).toContain("limit=25");
    expect(JSON.stringify(looked)).not.toContain(clari.pair.apiPassword);
    expect(await actionsOn(credential.id)).toContain("credential.previewed");
  });

  it("has all of an endpoint without pages, and says that there is no more", async () => {
    const { actor, credential } = await sourceOf(clari.pair);
    const input = { connectorId, credentialId: credential.id, endpointId: "topics", parameters: {} };
    const looked = await previewSource(actor, input, never());
    expect(looked).toMatchObject({ kind: "page", hasMore: false });
  });

  it("says what the provider said, and asks again no sooner than it was told", async () => {
    const { actor, credential } = await sourceOf(clari.pair);
    const input = { connectorId, credentialId: credential.id, endpointId: "calls", parameters: {} };
    clari.behave("429:1", 1);
    expect(await previewSource(actor, input, never())).toMatchObject({ kind: "page" });
    expect(clari.early).toEqual([]);
    clari.behave("429:3600");
    const limited = await previewSource(actor, input, never());
    expect(limited).toMatchObject({ kind: "failed", reason: "limited", retryAfterSeconds: 3600 });
    clari.behave("status:401");
    const refused = await previewSource(actor, input, never());
    clari.behave();
    expect(refused).toMatchObject({
      kind: "failed",
      reason: "refused",
      headline: "Clari Copilot didn't accept this pair.",
    });
  });

  it("is of one's own workspace, and of a credential of this type", async () => {
    const [one, other] = [await sourceOf(clari.pair), await sourceOf(clari.pair)];
    const input = { connectorId, credentialId: other.credential.id, endpointId: "calls", parameters: {} };
    await expect(previewSource(one.actor, input, never())).rejects.toMatchObject({ dto: { code: "NOT_FOUND" } });
    const asGong = { connectorId: "gong", credentialId: one.credential.id, endpointId: "users", parameters: {} };
    await expect(previewSource(one.actor, asGong, never())).rejects.toMatchObject({ dto: { code: "NOT_FOUND" } });
    await expect(previewSource({ ...one.actor, role: "viewer" }, input, never())).rejects.toMatchObject({
      dto: { code: "FORBIDDEN" },
    });
  });
});
