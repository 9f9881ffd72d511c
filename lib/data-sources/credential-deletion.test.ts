import { afterAll, describe, expect, it, vi } from "vitest";
import { leaseDueCredential } from "@/lib/credentials/checks/health-repository";
import { verifyCredential } from "@/lib/credentials/checks/verify-credential";
import { purgeOldRows } from "@/lib/credentials/deletion/deletion-repository";
import { listDeletedCredentials } from "@/lib/credentials/deletion/list-deleted-credentials";
import { purgeCredential } from "@/lib/credentials/deletion/purge-credential";
import { restoreCredential } from "@/lib/credentials/deletion/restore-credential";
import { getCredential } from "@/lib/credentials/get-credential";
import { listCredentials } from "@/lib/credentials/list/list-credentials";
import { updateCredential } from "@/lib/credentials/update-credential";
import {
  actionsOn,
  add,
  codeOf,
  DAY,
  owner,
  sealedOf,
  tryToAddSource,
} from "@/lib/credentials/values/credential-life.fixture";
import { listVersions } from "@/lib/credentials/values/list-versions";
import { replaceCredentialValues } from "@/lib/credentials/values/replace-credential-values";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { deleteCredential } from "./delete-credential";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});
afterAll(close);

describe("deleting and undoing it", () => {
  it("S14: a deleted credential is found by nothing, its name is free, and no job leases its check", async () => {
    const actor = await owner();
    const { id, revision } = await add(actor, "Sales EU", clari.pair);
    await (await prisma()).credential.update({ where: { id }, data: { nextCheckAt: new Date(0) } });
    await deleteCredential(actor, id);
    expect(await listCredentials(actor)).toEqual({ credentials: [] });
    expect(await codeOf(getCredential(actor, id))).toBe("NOT_FOUND");
    expect(await codeOf(verifyCredential(actor, id))).toBe("NOT_FOUND");
    expect(await codeOf(tryToAddSource(actor, id, "Too late"))).toBe("NOT_FOUND");
    const edit = { credentialId: id, revision, name: "Other", description: "" };
    expect(await codeOf(updateCredential(actor, edit))).toBe("NOT_FOUND");
    expect(await codeOf(replaceCredentialValues(actor, { credentialId: id, revision, values: clari.pair }))).toBe(
      "NOT_FOUND",
    );
    expect(await codeOf(deleteCredential(actor, id))).toBe("NOT_FOUND");
    await (await prisma()).credential.update({ where: { id }, data: { nextCheckAt: new Date(0) } });
    expect(await leaseDueCredential()).toBeUndefined();
    expect((await add(actor, "Sales EU", clari.pair)).id).not.toBe(id);
  });

  it("is undone under the same name, or refused with a sentence where that is taken", async () => {
    const actor = await owner();
    const { id } = await add(actor, "Sales EU", clari.pair);
    await deleteCredential(actor, id);
    expect((await listDeletedCredentials(actor)).credentials).toMatchObject([
      { id, name: "Sales EU", deletedByName: "owner" },
    ]);
    const other = await add(actor, "SALES eu", clari.pair);
    expect(await codeOf(restoreCredential(actor, id))).toBe("NAME_TAKEN");
    await deleteCredential(actor, other.id);
    expect(await restoreCredential(actor, id)).toMatchObject({ id, name: "Sales EU", status: "VERIFIED" });
    expect(await codeOf(restoreCredential(actor, id))).toBe("done");
    expect((await verifyCredential(actor, id)).status).toBe("VERIFIED");
    expect((await listDeletedCredentials(actor)).credentials).toMatchObject([{ id: other.id }]);
    expect((await actionsOn(id)).slice(0, 3)).toEqual([
      "credential.created",
      "credential.deleted",
      "credential.restored",
    ]);
  });

  it("S14: after 30 days, or at once where someone says so, row and ciphertext are gone, with an audit row", async () => {
    const actor = await owner();
    const [first, second, kept] = [
      await add(actor, "One", clari.pair),
      await add(actor, "Two", clari.pair),
      await add(actor, "Three", clari.pair),
    ];
    expect(await codeOf(purgeCredential(actor, first.id))).toBe("NOT_FOUND");
    for (const { id } of [first, second]) await deleteCredential(actor, id);
    await purgeCredential(actor, first.id);
    expect(await sealedOf(first.id)).toEqual([]);
    await purgeOldRows("job:retention", Date.now() + 29 * DAY);
    expect(await sealedOf(second.id)).toEqual(["sealed"]);
    await purgeOldRows("job:retention", Date.now() + 31 * DAY);
    expect(await sealedOf(second.id)).toEqual([]);
    expect(await sealedOf(kept.id)).toEqual(["sealed"]);
    expect((await actionsOn(second.id)).at(-1)).toBe("credential.purged");
    expect(await codeOf(restoreCredential(actor, second.id))).toBe("NOT_FOUND");
  });

  it("Z1, Z2: is for owners and admins, and of another workspace's credential nothing is said", async () => {
    const [actor, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    const stranger = await owner();
    const { id } = await add(actor, "Sales EU", clari.pair);
    await deleteCredential(actor, id);
    for (const use of [restoreCredential, purgeCredential]) {
      expect(await codeOf(use(member, id))).toBe("FORBIDDEN");
      expect(await codeOf(use(stranger, id))).toBe("NOT_FOUND");
      expect(await codeOf(use(actor, { not: "" }))).toBe("NOT_FOUND");
    }
    expect(await codeOf(Promise.resolve().then(() => listDeletedCredentials(member)))).toBe("FORBIDDEN");
    expect(await codeOf(listVersions(member, id))).toBe("FORBIDDEN");
    expect((await listDeletedCredentials(stranger)).credentials).toEqual([]);
  });

  it("Z8: 50 parallel pairs of deleting and creating a source leave no source without its credential", async () => {
    const actor = await owner();
    const made = [];
    for (let number = 0; number < 50; number += 1) made.push(await add(actor, `Raced ${number}`, clari.pair));
    const results = await Promise.all(
      made.map(async ({ id }, number) => {
        const [source, deletion] = await Promise.all([
          codeOf(tryToAddSource(actor, id, `Source ${number}`)),
          codeOf(deleteCredential(actor, id)),
        ]);
        return { id, source, deletion };
      }),
    );
    const sources = await (await prisma()).dataSource.findMany({
      where: { workspaceId: actor.workspaceId },
      select: { credential: { select: { id: true, deletedAt: true } } },
    });
    expect(sources.filter(({ credential }) => credential.deletedAt !== null)).toEqual([]);
    const used = new Set(sources.map(({ credential }) => credential.id));
    for (const { id, source, deletion } of results) {
      expect([source, deletion], id).toEqual(used.has(id) ? ["done", "IN_USE"] : ["NOT_FOUND", "done"]);
    }
  });
});
