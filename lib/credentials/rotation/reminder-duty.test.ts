import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { restoreCredential } from "@/lib/credentials/deletion/restore-credential";
import { deleteCredential } from "@/lib/data-sources/delete-credential";
import { prisma } from "@/lib/platform/database";
import { updateSettings } from "@/lib/settings/update-settings";
import { addDated, forgetAll, newestNotice, on, owner, told } from "./rotation.fixture";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("@/lib/credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);
beforeEach(forgetAll);

describe("the duty of reminding", () => {
  it("makes each notice once where several do it at the same time", async () => {
    const actor = await owner();
    for (let number = 0; number < 45; number += 1) await addDated(actor, `Due ${number}`, clari.pair, "2027-03-03");
    await Promise.all([1, 2, 3].map(() => on("2027-03-04T00:00:00Z")));
    expect(new Set((await told()).map(([name]) => name)).size).toBe(45);
    expect(await told()).toHaveLength(45);
  });

  it("R1: leaves nothing half done: what fails with its notice is not marked, and told of the next time", async () => {
    const actor = await owner();
    await addDated(actor, "Due", clari.pair, "2027-03-03");
    const client = await prisma();
    await client.$executeRaw`ALTER TABLE "Notice" ADD CONSTRAINT "out_of_order" CHECK (false) NOT VALID`;
    try {
      await expect(on("2027-03-04T00:00:00Z")).rejects.toThrow();
    } finally {
      await client.$executeRaw`ALTER TABLE "Notice" DROP CONSTRAINT "out_of_order"`;
    }
    expect(await client.credential.count({ where: { reminded: "NOT_YET" } })).toBe(1);
    await on("2027-03-04T00:00:00Z");
    expect(await told()).toHaveLength(1);
  });

  it("U8: scans no table where nothing is due, and forgets thousands of old reminders in its own time", async () => {
    const actor = await owner();
    const client = await prisma();
    await client.$executeRaw`
      INSERT INTO "Credential" ("id", "workspaceId", "connectorId", "name", "nameKey", "ownerId", "status", "formId",
        "createdAt", "updatedAt", "valuesChangedAt", "reminded")
      SELECT ${actor.workspaceId} || n, ${actor.workspaceId}, 'clari-copilot', 'N' || n, 'n' || n, ${actor.userId}, 'VERIFIED',
        'f' || n, '2026-11-24', '2026-11-24', '2026-11-24', 'OVERDUE' FROM generate_series(1, 5000) n`;
    await client.$executeRawUnsafe('VACUUM ANALYZE "Credential"');
    const scans = async () => {
      await client.$executeRaw`SELECT pg_stat_force_next_flush()`;
      const rows = await client.$queryRaw<{ seq: bigint; index: bigint }[]>`
        SELECT "seq_scan" AS seq, "idx_scan" AS index FROM pg_stat_user_tables WHERE relname = 'Credential'`;
      return { seq: Number(rows[0]?.seq), index: Number(rows[0]?.index) };
    };
    await updateSettings(actor, { revision: 0, maxAgeDays: 365 });
    await on("2026-12-24T00:00:00Z");
    expect(await client.credential.count({ where: { workspaceId: actor.workspaceId, reminded: "NOT_YET" } })).toBe(
      5000,
    );
    const before = await scans();
    await on("2026-12-24T00:00:00Z");
    const after = await scans();
    expect(after.seq - before.seq).toBe(0);
    expect(after.index - before.index).toBeGreaterThan(0);
    expect(await told()).toEqual([]);
  });

  it("passes over deleted credentials, and comes back to one that was restored", async () => {
    const actor = await owner();
    const { id } = await addDated(actor, "Deleted", clari.pair, "2027-03-03");
    await deleteCredential(actor, id);
    await on("2027-03-04T00:00:00Z");
    expect(await told()).toEqual([]);
    await restoreCredential(actor, id);
    await on("2027-03-04T00:00:00Z");
    expect(await told()).toHaveLength(1);
    await deleteCredential(actor, id);
    expect(await newestNotice(actor)).toMatchObject({
      message: "Its values should have been replaced by 3 Mar 2027. The credential has been deleted since.",
    });
  });
});
