import { afterAll, describe, expect, it, vi } from "vitest";
import type { Member as Actor } from "@/lib/auth/actor";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { deleteCredential } from "@/lib/data-sources/delete-credential";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { createCredential } from "./create-credential";
import { add, addSource, codeOf, owner } from "./credential-life.fixture";
import { getPairReach } from "./get-pair-reach";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

const save = (actor: Actor, name: string, values: Record<string, string>, formId = randomId()) =>
  createCredential(actor, { connectorId: "clari-copilot", formId, name, description: "", values });

describe("the same pair twice", () => {
  it("is found by its fingerprint: where it is, and how many sources use it", async () => {
    const actor = await owner();
    const first = await add(actor, "Sales EU", clari.pair);
    await addSource(actor, first.id, "EU calls");
    expect(await save(actor, "Second", clari.pair)).toMatchObject({
      saved: false,
      duplicate: { kind: "same-values", others: 0, credential: { id: first.id, name: "Sales EU", usedBy: 1 } },
    });
    const second = await add(actor, "Second", clari.pair);
    expect(await getPairReach(actor, second.id)).toEqual({
      credentials: [{ id: first.id, name: "Sales EU" }],
      credentialCount: 1,
      sourceCount: 1,
    });
    // A taken name is what is wrong first, and the form itself is no duplicate of its own.
    expect(await codeOf(save(actor, "sales eu", clari.pair))).toBe("NAME_TAKEN");
    await deleteCredential(actor, second.id);
    expect(await save(actor, "Third", clari.pair)).toMatchObject({ duplicate: { others: 0 } });
  });

  it("the same key with another password looks like an update of the stored pair", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Sales EU", { apiKey: "fault:big", apiPassword: "before" });
    expect(await save(actor, "Again", { apiKey: "fault:big", apiPassword: "after" })).toMatchObject({
      saved: false,
      duplicate: { kind: "same-identity", credential: { id } },
    });
  });

  it("another workspace learns nothing of it", async () => {
    await add(await owner(), "Sales EU", clari.pair);
    expect(await save(await owner(), "Elsewhere", clari.pair)).toMatchObject({ saved: true });
  });

  it("refused values are never looked for: this is no place to find out what is stored", async () => {
    const actor = await owner();
    const old = clari.pair;
    await add(actor, "Sales EU", old);
    clari.generatePair();
    expect(await save(actor, "Again", old)).toMatchObject({ saved: false, verification: { outcome: "refused" } });
  });

  it("U2: one form sent five times at once makes one credential and asks about no duplicate", async () => {
    const actor = await owner();
    const formId = randomId();
    const results = await Promise.all(Array.from({ length: 5 }, () => save(actor, "Once", clari.pair, formId)));
    expect(new Set(results.map((result) => (result.saved ? result.credential.id : "not saved"))).size).toBe(1);
    expect(results[0]?.saved).toBe(true);
  });

  it("what was stored without a fingerprint gets one when it is verified; no value is part of it", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Sales EU", clari.pair);
    const client = await prisma();
    await client.credential.update({ where: { id }, data: { fingerprint: null, identityFingerprint: null } });
    await verifyCredential(actor, id);
    const row = await client.credential.findUniqueOrThrow({ where: { id } });
    expect(row.fingerprint).toMatch(/^[\w-]{43}$/);
    expect(await save(actor, "Again", clari.pair)).toMatchObject({ duplicate: { credential: { id } } });
    for (const value of Object.values(clari.pair)) expect(JSON.stringify(row)).not.toContain(value);
  });
});
