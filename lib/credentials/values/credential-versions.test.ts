import { afterAll, describe, expect, it, vi } from "vitest";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { getCredential } from "@/lib/credentials/get-credential";
import { updateCredential } from "@/lib/credentials/update-credential";
import { listCredentialSources } from "@/lib/data-sources/list-credential-sources";
import { prisma } from "@/lib/platform/database";
import { updateSettings } from "@/lib/settings/update-settings";
import {
  actionsOn,
  add,
  addSource,
  codeOf,
  DAY,
  owner,
  replace,
  rollBack,
  sealedOf,
  tryToAddSource,
} from "./credential-life.fixture";
import { listVersions } from "./list-versions";
import { replaceCredentialValues } from "./replace-credential-values";
import { rollbackCredential } from "./rollback-credential";
import { destroyOldVersions } from "./version-repository";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

describe("versions", () => {
  it("are kept, and rolled back to only where the provider accepts them; the next one has a new number", async () => {
    const actor = await owner();
    const first = clari.pair;
    const { id } = await add(actor, "Sales EU", first);
    const second = clari.generatePair();
    await replace(actor, id, second);
    // The first pair is dead at the provider: nothing changes.
    expect(await rollBack(actor, id, 1)).toMatchObject({ saved: false, verification: { outcome: "refused" } });
    expect(await getCredential(actor, id)).toMatchObject({ version: 2, status: "VERIFIED" });
    await replace(actor, id, { apiKey: "fault:big", apiPassword: "any" });
    expect(await rollBack(actor, id, 2)).toMatchObject({ saved: true, credential: { version: 2 } });
    expect(await codeOf(rollBack(actor, id, 9))).toBe("NOT_FOUND");
    await replace(actor, id, second);
    expect(await listVersions(actor, id)).toMatchObject([
      { number: 4, isActive: true, createdByName: "owner" },
      { number: 3, isActive: false },
      { number: 2, isActive: false },
      { number: 1, isActive: false },
    ]);
    expect(await actionsOn(id)).toContain("credential.rolled-back");
    expect((await verifyCredential(actor, id)).status).toBe("VERIFIED");
  });

  it("are destroyed after the workspace's retention, with an audit row; the active one never", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Sales EU", clari.pair);
    await replace(actor, id, clari.pair);
    await replace(actor, id, clari.pair);
    await destroyOldVersions("job:retention", Date.now() + 29 * DAY);
    expect(await sealedOf(id)).toEqual(["sealed", "sealed", "sealed"]);
    await updateSettings(actor, { revision: 0, versionRetentionDays: 7 });
    await destroyOldVersions("job:retention", Date.now() + 8 * DAY);
    expect(await sealedOf(id)).toEqual(["destroyed", "destroyed", "sealed"]);
    await destroyOldVersions("job:retention", Date.now() + 4000 * DAY);
    expect(await sealedOf(id)).toEqual(["destroyed", "destroyed", "sealed"]);
    expect((await actionsOn(id)).filter((action) => action === "credential.version-destroyed")).toHaveLength(2);
    expect(await codeOf(rollBack(actor, id, 1))).toBe("NOT_FOUND");
    expect((await listVersions(actor, id)).map(({ destroyedAt }) => destroyedAt !== undefined)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it("U3: of two changes that saw the same state one counts, and the other is told", async () => {
    const actor = await owner();
    const { id, revision } = await add(actor, "Sales EU", clari.pair);
    await replace(actor, id, clari.pair);
    const seen = { credentialId: id, revision: revision + 1 };
    const results = await Promise.all([
      codeOf(rollbackCredential(actor, { ...seen, number: 1 })),
      codeOf(replaceCredentialValues(actor, { ...seen, values: clari.pair })),
      codeOf(updateCredential(actor, { ...seen, name: "Renamed", description: "" })),
    ]);
    expect(results.toSorted()).toEqual(["CHANGED_MEANWHILE", "CHANGED_MEANWHILE", "done"]);
  });

  it("a rollback and the destruction of the same version: it is in use and sealed, or destroyed and not in use", async () => {
    const actor = await owner();
    for (let round = 0; round < 10; round += 1) {
      const { id } = await add(actor, `Raced ${round}`, clari.pair);
      await replace(actor, id, clari.pair);
      const [code] = await Promise.all([
        codeOf(rollBack(actor, id, 1)),
        destroyOldVersions("job:retention", Date.now() + 31 * DAY),
      ]);
      const { version } = await getCredential(actor, id);
      expect((await sealedOf(id))[version - 1], code).toBe("sealed");
    }
  });
});

describe("the whole recovery", () => {
  it("P12: a new pair at the provider ends the old one; replacing the values makes every source work again", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Sales EU", clari.pair);
    const source = await addSource(actor, id, "EU calls");
    const next = clari.generatePair();
    expect((await verifyCredential(actor, id)).status).toBe("FAILED");
    expect(await codeOf(tryToAddSource(actor, id, "Refused"))).toBe("VERIFICATION_REFUSED");
    expect(await replace(actor, id, next)).toMatchObject({
      saved: true,
      credential: { status: "VERIFIED", usedBy: 1 },
    });
    expect(await getCredential(actor, id)).toMatchObject({ usedBy: 1, version: 2 });
    expect(await listCredentialSources(actor, id)).toMatchObject([{ id: source.id }]);
    expect(await addSource(actor, id, "US calls")).toMatchObject({ credential: { id, status: "VERIFIED" } });
    const kinds = await (await prisma()).notice.findMany({ where: { credentialId: id }, orderBy: { at: "asc" } });
    expect(kinds.map(({ kind }) => kind)).toEqual(["credential.failed", "credential.recovered"]);
  });
});
