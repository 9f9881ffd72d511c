import { createHmac } from "node:crypto";
import { expect, it, vi } from "vitest";
import { auth } from "@/lib/auth/auth";
import { findActor } from "@/lib/auth/current-actor";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";

const SECRET = vi.hoisted(() => {
  const secret = "0123456789abcdefghijklmnopqrstuv";
  vi.stubEnv("AUTH_SECRET", secret);
  return secret;
});

const HOUR = 3_600_000;
const ago = (ms: number) => new Date(Date.now() - ms);

/** Someone with a session of the library's own making, and what their browser sends. */
async function signedIn() {
  const [person] = await makeWorkspace("owner");
  if (!person) throw new Error("no person");
  const { internalAdapter } = await (await auth()).$context;
  const { id, token, expiresAt } = await internalAdapter.createSession(person.userId);
  const signature = createHmac("sha256", SECRET).update(token).digest("base64");
  const headers = new Headers({
    cookie: `__Host-latchkey.session_token=${encodeURIComponent(`${token}.${signature}`)}`,
  });
  const client = await prisma();
  return {
    token,
    expiresAt,
    asksByItself: async () => (await findActor(headers, { counts: false })) !== undefined,
    isSignedIn: async () => (await findActor(headers)) !== undefined,
    move: (data: { updatedAt?: Date; expiresAt?: Date; createdAt?: Date }) =>
      client.session.update({ where: { id }, data }),
    seenAt: async () => (await client.member.findFirst({ where: { userId: person.userId } }))?.lastSeenAt,
    wasSeen: (lastSeenAt: Date) => client.member.updateMany({ where: { userId: person.userId }, data: { lastSeenAt } }),
    row: () => client.session.findUnique({ where: { id } }),
  };
}

it("A10: twelve hours without a request end a session, and it is gone from the database", async () => {
  const { isSignedIn, move, row } = await signedIn();
  await move({ updatedAt: ago(11.9 * HOUR) });
  expect(await isSignedIn()).toBe(true);
  // That request counted: the twelve hours begin anew.
  expect((await row())?.updatedAt.getTime()).toBeGreaterThan(Date.now() - HOUR);
  await move({ updatedAt: ago(12.1 * HOUR) });
  expect(await isSignedIn()).toBe(false);
  expect(await row()).toBeNull();
});

it("a use of a session says where its person was seen, and one of a page alone does not", async () => {
  const { asksByItself, isSignedIn, move, seenAt, wasSeen } = await signedIn();
  const before = ago(HOUR);
  await wasSeen(before);
  await move({ updatedAt: before });
  await asksByItself();
  expect(await seenAt()).toEqual(before);
  await isSignedIn();
  expect((await seenAt())?.getTime()).toBeGreaterThan(before.getTime());
});

it("A10: what a page that is open asks by itself is no use of a session", async () => {
  const { asksByItself, move, row } = await signedIn();
  await move({ updatedAt: ago(11.9 * HOUR) });
  expect(await asksByItself()).toBe(true);
  expect((await row())?.updatedAt.getTime()).toBeLessThan(Date.now() - 11 * HOUR);
  await move({ updatedAt: ago(12.1 * HOUR) });
  expect(await asksByItself()).toBe(false);
});

it("A10: seven days after the sign-in a session ends, however busy it was", async () => {
  const { isSignedIn, move, row, expiresAt } = await signedIn();
  const days = (expiresAt.getTime() - Date.now()) / (24 * HOUR);
  expect(days).toBeGreaterThan(6.99);
  expect(days).toBeLessThanOrEqual(7);
  await move({ createdAt: ago(6.9 * 24 * HOUR), updatedAt: ago(HOUR), expiresAt: new Date(Date.now() + HOUR) });
  const before = (await row())?.expiresAt;
  expect(await isSignedIn()).toBe(true);
  expect((await row())?.expiresAt, "using a session does not make it longer").toEqual(before);
  await move({ expiresAt: ago(1000) });
  expect(await isSignedIn()).toBe(false);
});

it("A10: a clock that was set back makes no session that never ends", async () => {
  const { isSignedIn, move } = await signedIn();
  await move({ updatedAt: ago(-13 * HOUR) });
  expect(await isSignedIn()).toBe(false);
});

it("S16: a session's token has more than 128 random bits, and a cookie without its signature is nobody's", async () => {
  const { token } = await signedIn();
  expect(token).toMatch(/^[A-Za-z0-9]{32}$/);
  expect((await signedIn()).token).not.toBe(token);
  expect(32 * Math.log2(62)).toBeGreaterThan(128);
  for (const value of [token, `${token}.`, `${token}.${"A".repeat(43)}=`]) {
    const cookie = `__Host-latchkey.session_token=${encodeURIComponent(value)}`;
    expect(await findActor(new Headers({ cookie }))).toBeUndefined();
  }
});
