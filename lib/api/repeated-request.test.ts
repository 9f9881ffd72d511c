import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { prisma } from "@/lib/platform/database";

// What creates something is carried out once for each `Idempotency-Key`.

// Before the imports, which read the environment once.
const { clari, close, maker, ask, newCredential, create } = await vi.hoisted(async () =>
  (await import("./api-home.fixture")).startApiHome(),
);
afterAll(close);

beforeEach(() => clari.behave());

describe("the same request again", () => {
  const send = (key: string, name: string) =>
    ask("POST", "/credentials", newCredential(name), { "idempotency-key": key });
  const countOf = async (name: string) =>
    (await prisma()).credential.count({ where: { workspaceId: maker.workspaceId, name } });

  it("R13: creates nothing twice, and answers with what the first one made, its key in quotes or not", async () => {
    const first = await send('"once-and-again"', "Once");
    const again = await send("once-and-again", "Once");
    expect([first.status, again.status]).toEqual([201, 201]);
    // As it is by now: its first check is part of its history.
    expect({ ...again.body, recentChecks: [] }).toEqual(first.body);
    expect([first.headers.get("idempotency-replayed"), again.headers.get("idempotency-replayed")]).toEqual([
      null,
      "true",
    ]);
    expect(await countOf("Once")).toBe(1);
  });

  it("U2: twenty at a time create one; whoever comes too early is told to wait", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send("twenty", "Twenty")));
    for (const { status, body, headers } of answers)
      if (status !== 201) expect([status, body.code, headers.get("retry-after")]).toEqual([409, "STILL_RUNNING", "1"]);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0);
    expect(await countOf("Twenty")).toBe(1);
    expect((await send("twenty", "Twenty")).status).toBe(201);
  });

  it("with another body is refused; another key makes another thing", async () => {
    await send("mine", "Mine");
    const other = await send("mine", "Not mine");
    expect([other.status, other.body.code]).toEqual([422, "IDEMPOTENCY_KEY_REUSED"]);
    const taken = await send("another", "Mine");
    expect([taken.status, taken.body.code]).toEqual([409, "NAME_TAKEN"]);
  });

  it("is carried out where the first one failed, or where its server died on the way", async () => {
    clari.behave("status:503");
    expect((await send("tried", "Tried")).body.code).toBe("VERIFICATION_INCONCLUSIVE");
    clari.behave();
    expect((await send("tried", "Tried")).status).toBe(201);
    const client = await prisma();
    const where = { workspaceId: maker.workspaceId, key: "tried" };
    await client.knownRequest.updateMany({ where, data: { subjectId: null } });
    expect((await send("tried", "Tried")).body.code).toBe("STILL_RUNNING");
    await client.knownRequest.updateMany({ where, data: { startedAt: new Date(Date.now() - 61_000) } });
    expect((await send("tried", "Tried")).status).toBe(201);
    expect(await countOf("Tried")).toBe(1);
  });

  it("goes on with the same request alone after its server died, and finds what that made", async () => {
    const first = await send("broke", "Broke off");
    const lost = { subjectId: null, startedAt: new Date(Date.now() - 61_000) };
    const where = { workspaceId: maker.workspaceId, key: "broke" };
    const { knownRequest } = await prisma();
    await knownRequest.updateMany({ where, data: lost });
    expect((await send("broke", "Other")).body.code).toBe("IDEMPOTENCY_KEY_REUSED");
    const again = await send("broke", "Broke off");
    expect([again.status, again.body.id, await countOf("Other")]).toEqual([201, first.body.id, 0]);
  });

  it("R13: the key that is used again once the first request is forgotten makes what it asks for now", async () => {
    const first = await send("monthly", "March");
    const where = { workspaceId: maker.workspaceId, key: "monthly" };
    await (await prisma()).knownRequest.deleteMany({ where });
    const second = await send("monthly", "April");
    expect([second.status, second.body.name, second.headers.get("idempotency-replayed")]).toEqual([201, "April", null]);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it("R13: creates nothing anew that was deleted meanwhile", async () => {
    const { id: credentialId } = await create("To read with");
    const chosen = {
      connectorId: "clari-copilot",
      credentialId,
      endpointId: "users",
      name: "Read once",
      parameters: {},
    };
    const sendSource = () => ask("POST", "/data-sources", chosen, { "idempotency-key": "one-source" });
    const { body } = await sendSource();
    expect((await sendSource()).body.id).toBe(body.id);
    await ask("DELETE", `/data-sources/${body.id}`);
    expect((await sendSource()).status).toBe(404);
    const { id } = (await send("one-credential", "Deleted")).body;
    await ask("DELETE", `/credentials/${id}`);
    await ask("POST", `/credentials/${id}/purge`);
    expect([(await send("one-credential", "Deleted")).status, await countOf("Deleted")]).toEqual([404, 0]);
  });

  it("has a key that is one, and keeps nothing of the body", async () => {
    for (const key of ["", '"', '"a', "a b", "x".repeat(256), '"x\\"'])
      expect((await send(key, "No key")).body.code, key).toBe("INVALID_INPUT");
    await send("kept", "Kept by its key");
    const rows = await (await prisma()).knownRequest.findMany({ where: { workspaceId: maker.workspaceId } });
    expect(rows.length).toBeGreaterThan(3);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`Kept by its key|${clari.pair.apiKey}`));
  });
});
