import { expect, it } from "vitest";
import { restoreCredential } from "@/lib/credentials/deletion/restore-credential";
import { updateCredential } from "@/lib/credentials/update-credential";
import { createCredential } from "@/lib/credentials/values/create-credential";
import { addSource, codeOf, owner } from "@/lib/credentials/values/credential-life.fixture";
import type { Member } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { deleteCredential } from "./delete-credential";
import { fillLookKeys } from "./fill-look-keys";
import { updateDataSource } from "./update-data-source";

const CYRILLIC = "Рroduction";

async function save(actor: Member, name: string) {
  const values = { apiKey: "canary-key-5521", apiPassword: "canary-password-77f0" };
  const kept = { saveUnverified: true, keepBoth: true };
  const form = { connectorId: "clari-copilot", formId: randomId(), name, description: "", values, ...kept };
  const result = await createCredential(actor, form);
  if (!result.saved) throw new Error("not saved");
  return result.credential;
}
const rename = (actor: Member, { id, revision }: { id: string; revision: number }, name: string, description = "") =>
  updateCredential(actor, { credentialId: id, revision, name, description });

it("I9: a credential cannot be called what looks like another one's name, when saved, renamed or restored", async () => {
  const actor = await owner();
  const first = await save(actor, "Production");
  expect(await codeOf(save(actor, CYRILLIC))).toBe("NAME_TAKEN");
  const other = await save(actor, "Staging");
  expect(await codeOf(rename(actor, other, "Prоduction"))).toBe("NAME_TAKEN");
  // Its own name in other letters is its own affair.
  const renamed = await rename(actor, first, CYRILLIC);
  await deleteCredential(actor, first.id);
  await rename(actor, other, "Production");
  expect(await codeOf(restoreCredential(actor, renamed.id))).toBe("NAME_TAKEN");
  // In another workspace it is nobody else's.
  await save(await owner(), CYRILLIC);
});

it("I9: of twenty that look alike, saved at once, one is stored", async () => {
  const actor = await owner();
  const names = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? "Sales team" : "Sаles tеam"));
  const codes = await Promise.all(names.map((name) => codeOf(save(actor, name))));
  expect(codes.toSorted()).toEqual([...Array(19).fill("NAME_TAKEN"), "done"]);
});

it("I9: names that looked alike before stay, can be described anew, and nobody takes their looks", async () => {
  const actor = await owner();
  const client = await prisma();
  const where = { workspaceId: actor.workspaceId };
  const [first, second] = [await save(actor, "Old name"), await save(actor, "Staging")];
  const source = await addSourceOf(actor, first.id);
  await client.credential.updateMany({ where, data: { lookKey: null } });
  await client.credential.update({ where: { id: second.id }, data: { name: "Оld name", nameKey: "оld name" } });
  await client.dataSource.updateMany({ where, data: { lookKey: null } });
  await fillLookKeys(new AbortController().signal);
  await fillLookKeys(new AbortController().signal);
  const rows = await client.credential.findMany({ where, select: { lookKey: true }, orderBy: { createdAt: "asc" } });
  expect(rows[0]?.lookKey).toHaveLength(43);
  expect(rows[1]?.lookKey).toBe(`twin ${second.id}`);
  expect((await rename(actor, second, "Оld name", "Of before")).description).toBe("Of before");
  expect(await codeOf(save(actor, "Old nаme"))).toBe("NAME_TAKEN");

  const another = await addSourceOf(actor, first.id, "Other calls");
  const taken = updateDataSource(actor, { dataSourceId: another.id, revision: another.revision, name: "Саlls" });
  expect(await codeOf(taken)).toBe("NAME_TAKEN");
  expect(await codeOf(addSourceOf(actor, first.id, "Сalls"))).toBe("NAME_TAKEN");
  expect(source.name).toBe("Calls");
});

async function addSourceOf(actor: Member, credentialId: string, name = "Calls") {
  await (await prisma()).credential.update({ where: { id: credentialId }, data: { status: "VERIFIED" } });
  return addSource(actor, credentialId, name);
}
