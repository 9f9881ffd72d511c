import { beforeAll, expect, it, vi } from "vitest";
import { confirmIdentity } from "@/lib/auth/account/confirm-identity";
import type { Member } from "@/lib/auth/actor";
import { changePassword } from "@/lib/auth/password/change-password";
import { hashesBegun, inPlace } from "@/lib/auth/password/hashing-line";
import { makeResetLink } from "@/lib/auth/password/reset-link";
import { resetPassword } from "@/lib/auth/password/reset-password";
import { startAuthenticator, turnOffAuthenticator } from "@/lib/auth/second-factor/authenticator";
import { createOwner } from "@/lib/auth/sign-in/create-owner";
import { signIn } from "@/lib/auth/sign-in/sign-in";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { makeWorkspace } from "./make-workspace.fixture";

vi.hoisted(() => vi.stubEnv("SETUP_TOKEN", "set-up-token-of-the-tests"));
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, set: () => undefined }),
}));

const PASSWORD = "a quiet sentence to remember";
const NEW = "another sentence for the test";
const PEER = "203.0.113.7";
const headers = new Headers({ "x-latchkey-peer": PEER });
const tokenOf = (link: string) => new URL(link).hash.slice(1);

let person: Member;
let invitation: string;
beforeAll(async () => {
  const [made] = await makeWorkspace("owner");
  if (!made) throw new Error("no person");
  person = { ...made, peer: PEER };
  const { userId, email, sessionId } = person;
  await resetPassword(
    { token: tokenOf(await makeResetLink({ email, dropSecondFactors: false })), password: PASSWORD },
    undefined,
  );
  const session = { id: sessionId, token: randomId(), userId, expiresAt: new Date(Date.now() + 60_000) };
  await (await prisma()).session.create({ data: session });
  const { link } = await inviteMember(person, { email: "new@example.com", role: "member" });
  invitation = new URL(link).pathname.split("/").at(-1) ?? "";
});

/** All that hashes a password. Each would be done, or refused for a reason of its own, were there a place. */
const doors: Record<string, () => Promise<unknown>> = {
  signIn: () => signIn({ email: person.email, password: PASSWORD }, headers),
  createOwner: () =>
    createOwner({ name: "Ada", email: "ada@example.com", password: NEW, token: "set-up-token-of-the-tests" }, PEER),
  acceptInvitation: () => acceptInvitation({ token: invitation, name: "New", password: NEW }, headers),
  resetPassword: async () => {
    const link = await makeResetLink({ email: person.email, dropSecondFactors: false });
    return resetPassword({ token: tokenOf(link), password: NEW }, PEER);
  },
  changePassword: () => changePassword(person, { current: PASSWORD, password: NEW }),
  confirmIdentity: () => confirmIdentity(person, { password: PASSWORD }),
  startAuthenticator: () => startAuthenticator(person, { password: PASSWORD }),
  turnOffAuthenticator: () => turnOffAuthenticator(person, { password: PASSWORD }),
};

it.each(Object.keys(doors))("A2: %s hashes nothing where its peer has no place left", async (name) => {
  const ends: (() => void)[] = [];
  const four = Array.from({ length: 4 }, () => inPlace(PEER, () => new Promise<void>((end) => ends.push(end))));
  const before = hashesBegun();
  try {
    await expect(doors[name]?.()).rejects.toMatchObject({ dto: { code: "UNAVAILABLE" } });
    expect(hashesBegun() - before).toBe(0);
  } finally {
    for (const end of ends) end();
    await Promise.all(four);
  }
});

it("A2: setting an app up costs one hash", async () => {
  const before = hashesBegun();
  expect((await startAuthenticator(person, { password: PASSWORD })).backupCodes).toHaveLength(10);
  expect(hashesBegun() - before).toBe(1);
});

it("A2: a new password that anyone would try first is not looked at before the old one was", async () => {
  const change = (current: string) => changePassword(person, { current, password: "qwertyuiop12" });
  await expect(change("not the password")).rejects.toMatchObject({ dto: { fields: { current: expect.any(String) } } });
  await expect(change(PASSWORD)).rejects.toMatchObject({ dto: { fields: { password: expect.any(String) } } });
});
