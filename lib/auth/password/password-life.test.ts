import { expect, it } from "vitest";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { inPlace } from "./hashing-line";
import { hashPassword, verifyPassword } from "./password-hash";
import { changePasswordRow, resetPasswordRow } from "./password-repository";

async function makePerson(hash: string) {
  const client = await prisma();
  const userId = randomId();
  const workspaceId = randomId();
  const email = `${userId.toLowerCase()}@example.com`;
  await client.user.create({ data: { id: userId, name: "Ada", email, emailVerified: true, twoFactorEnabled: true } });
  await client.account.create({
    data: { id: randomId(), accountId: userId, providerId: "credential", userId, password: hash },
  });
  await client.workspace.create({ data: { id: workspaceId, name: "Data team" } });
  await client.member.create({ data: { id: randomId(), workspaceId, userId, role: "owner" } });
  const sessions = [randomId(), randomId()];
  for (const id of sessions)
    await client.session.create({ data: { id, token: id, userId, expiresAt: new Date(Date.now() + 60_000) } });
  const auditOf = async () =>
    (await client.auditEvent.findMany({ where: { workspaceId } })).map(({ action }) => action);
  const sessionsOf = async () => (await client.session.findMany({ where: { userId } })).map(({ id }) => id);
  return { userId, name: "Ada", peer: undefined, email, sessionId: sessions[0] ?? "", auditOf, sessionsOf };
}

it("A1: a password of 1024 characters is not cut", async () => {
  const long = "q".repeat(1023);
  await inPlace(undefined, async (place) => {
    const hash = await hashPassword(place, `${long}x`);
    expect(await verifyPassword(place, `${long}x`, hash)).toBe(true);
    expect(await verifyPassword(place, `${long}y`, hash)).toBe(false);
  });
});

it("A9: a changed password ends every other session, and is written down", async () => {
  const person = await makePerson("scrypt$old");
  expect(await changePasswordRow(person, "scrypt$another", "scrypt$new")).toBe(false);
  expect(await person.sessionsOf()).toHaveLength(2);
  expect(await changePasswordRow(person, "scrypt$old", "scrypt$new")).toBe(true);
  expect(await person.sessionsOf()).toEqual([person.sessionId]);
  expect(await person.auditOf()).toEqual(["password.changed"]);
});

it("A9: a link sets one password, of twenty uses at once too, and ends every session", async () => {
  const person = await makePerson("scrypt$old");
  const link = { email: person.email, dropSecondFactors: false, peer: undefined };
  const before = new Date(Date.now() - 60_000);
  expect(await resetPasswordRow({ ...link, issuedAt: before, hash: "scrypt$x" }), "made before the password").toBe(
    false,
  );
  const issuedAt = new Date(Date.now() + 1);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const uses = Array.from({ length: 20 }, (_, use) => resetPasswordRow({ ...link, issuedAt, hash: `scrypt$${use}` }));
  expect((await Promise.all(uses)).filter(Boolean)).toHaveLength(1);
  expect(await person.sessionsOf()).toEqual([]);
  expect(await person.auditOf()).toEqual(["password.reset"]);
  expect((await (await prisma()).user.findUnique({ where: { id: person.userId } }))?.twoFactorEnabled).toBe(true);
  const next = { ...link, issuedAt: new Date(Date.now() + 1000), hash: "scrypt$next", dropSecondFactors: true };
  expect(await resetPasswordRow(next)).toBe(true);
  expect((await (await prisma()).user.findUnique({ where: { id: person.userId } }))?.twoFactorEnabled).toBe(false);
  expect(await resetPasswordRow({ ...next, email: "nobody@example.com" })).toBe(false);
});
