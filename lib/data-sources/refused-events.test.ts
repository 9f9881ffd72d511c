import { afterAll, expect, it, vi } from "vitest";
import { ProofRefused } from "@/lib/auth/account/proof-refused";
import { endOwnSession } from "@/lib/auth/account/sessions";
import type { Attempt } from "@/lib/auth/actor";
import { recordRefused } from "@/lib/auth/doors/record-refused";
import { getCredential } from "@/lib/credentials/get-credential";
import { add, addSource, owner, replace } from "@/lib/credentials/values/credential-life.fixture";
import { rollbackCredential } from "@/lib/credentials/values/rollback-credential";
import { changeRole } from "@/lib/members/change-role";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { removeMember } from "@/lib/members/remove-member";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";

// Before the imports, which read the environment once.
const { clari, close } = await vi.hoisted(async () => {
  const { startClariHome } = await import("../credentials/clari-home.fixture");
  const home = await startClariHome();
  for (const [name, value] of Object.entries(home.env)) vi.stubEnv(name, value);
  return home;
});

afterAll(close);

/** Tries something as a request does: `withActor` notes what was tried, and writes down how it was refused. */
async function attempt(actor: Member, work: (actor: Member) => Promise<unknown>): Promise<void> {
  const asking = { ...actor, attempt: { refused: [] } as Attempt };
  const error = await work(asking).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  await recordRefused(asking, error);
}

async function newest(workspaceId: string) {
  const event = await (await prisma()).auditEvent.findFirst({ where: { workspaceId }, orderBy: { seq: "desc" } });
  return event && { action: event.action, result: event.result, subjectId: event.subjectId, actorId: event.actorId };
}

it("L1: that the installation's owner stands in the way of a removal or another role is an event", async () => {
  const [first, second] = (await makeWorkspace("owner", "owner")) as [Member, Member];
  const { userId, workspaceId } = first;
  await (await prisma()).installation.upsert({
    where: { id: 1 },
    create: { ownerId: userId },
    update: { ownerId: userId },
  });
  const refused = { result: "owns-installation", subjectId: userId, actorId: second.userId };
  await attempt(second, (actor) => removeMember(actor, { userId }));
  expect(await newest(workspaceId)).toEqual({ action: "member.remove-refused", ...refused });
  await attempt(second, (actor) => changeRole(actor, { userId, role: "admin", seen: "owner" }));
  expect(await newest(workspaceId)).toEqual({ action: "member.change-role-refused", ...refused });
});

it("L1: that values cannot be read is an event of whatever needed them", async () => {
  const actor = await owner();
  const { id } = await add(actor, "Clari", clari.pair);
  await (await prisma()).credentialVersion.updateMany({ where: { credentialId: id }, data: { sealed: "{" } });
  const refused = { result: "unreadable", subjectId: id, actorId: actor.userId };
  await attempt(actor, (one) => addSource(one, id, "Source"));
  expect(await newest(actor.workspaceId)).toEqual({ action: "data-source.create-refused", ...refused });
  await replace(actor, id, clari.pair);
  const { revision } = await getCredential(actor, id);
  await attempt(actor, (one) => rollbackCredential(one, { credentialId: id, number: 1, revision }));
  expect(await newest(actor.workspaceId)).toEqual({ action: "credential.rollback-refused", ...refused });
});

it("L1: what happens to an account is an event in each workspace of its person, and in no other", async () => {
  const [person] = (await makeWorkspace("member")) as [Member];
  const [other] = (await makeWorkspace("owner")) as [Member];
  const [stranger] = (await makeWorkspace("owner")) as [Member];
  const { userId } = person;
  await (await prisma()).member.create({
    data: { id: randomId(), workspaceId: other.workspaceId, userId, role: "viewer" },
  });
  for (const proof of ["password", "code", "passkey", "single-sign-on"] as const) {
    await attempt(person, async () => Promise.reject(new ProofRefused(proof, "FORBIDDEN", "Not you.")));
    const refused = { action: "person.proof-refused", result: `wrong-${proof}`, subjectId: userId, actorId: userId };
    for (const { workspaceId } of [person, other]) expect(await newest(workspaceId)).toEqual(refused);
  }
  expect(await newest(stranger.workspaceId)).toBeNull();
});

it("L1: ending one of one's own sessions is an event, and only of a session that was there", async () => {
  const [person, colleague] = (await makeWorkspace("member", "admin")) as [Member, Member];
  const client = await prisma();
  const sessionOf = async ({ userId }: Member) => {
    const id = randomId();
    await client.session.create({ data: { id, token: id, userId, expiresAt: new Date(Date.now() + 60_000) } });
    return id;
  };
  const [own, another, theirs] = [await sessionOf(person), await sessionOf(person), await sessionOf(colleague)];
  await expect(endOwnSession(person, theirs)).rejects.toMatchObject({ dto: { code: "NOT_FOUND" } });
  expect(await newest(person.workspaceId)).toBeNull();
  await endOwnSession(person, own);
  const { userId } = person;
  expect(await newest(person.workspaceId)).toEqual({
    ...{ action: "person.sessions-ended", result: "ok" },
    ...{ subjectId: userId, actorId: userId },
  });
  expect(await client.session.count({ where: { id: { in: [own, another, theirs] } } })).toBe(2);
});
