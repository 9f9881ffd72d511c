import { expect, it } from "vitest";
import { listCredentialOwners, listNewOwners } from "@/lib/credentials/list/list-credential-owners";
import { prisma } from "@/lib/platform/database";
import { listMembers, successorsAmong } from "./list-members";
import { type Member, makeWorkspace } from "./make-workspace.fixture";

it("I9: where a person is chosen, the address stands beside a name that reads like another member's", async () => {
  const [owner, admin, viewer] = (await makeWorkspace("owner", "admin", "viewer")) as [Member, Member, Member];
  const client = await prisma();
  const call = (who: Member, name: string) => client.user.update({ where: { id: who.userId }, data: { name } });
  await call(owner, "Olga Owner");
  await call(admin, "Adam Admin");
  // Cyrillic, and of a role that owns nothing.
  await call(viewer, "Оlga Оwner");
  const apart = [`Olga Owner (${owner.email})`, "Adam Admin"].sort();
  const namesOf = (people: readonly { name: string }[]) => people.map(({ name }) => name).sort();
  expect(namesOf(await listNewOwners(owner))).toEqual(apart);
  expect(namesOf(successorsAmong(await listMembers(owner)))).toEqual(apart);
  expect(namesOf(await listCredentialOwners(owner))).toEqual([...apart, `Оlga Оwner (${viewer.email})`].sort());
  await call(viewer, "Vera Viewer");
  expect(namesOf(await listNewOwners(owner))).toEqual(["Adam Admin", "Olga Owner"]);
});
