import { afterEach, expect, it, vi } from "vitest";
import { auth } from "@/lib/auth/auth";
import { insertPasskey } from "@/lib/auth/passkeys/passkey-repository";
import { addPasskey, beginPasskey } from "@/lib/auth/passkeys/register-passkey";
import { softDevice } from "@/lib/auth/passkeys/soft-device.fixture";
import { resetPasswordRow } from "@/lib/auth/password/password-repository";
import { startAuthenticator, turnOffAuthenticator, turnOnAuthenticator } from "@/lib/auth/second-factor/authenticator";
import { sealForAuthenticator } from "@/lib/auth/second-factor/open-authenticator";
import { knownDevice, rememberDevice } from "@/lib/auth/sign-in/known-device";
import { signIn } from "@/lib/auth/sign-in/sign-in";
import { startSession } from "@/lib/auth/sign-in/start-session";
import { tieOidcAccount } from "@/lib/auth/sso/oidc-repository";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";

vi.hoisted(() => vi.stubEnv("PUBLIC_URL", "https://keys.example.com"));

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => ({ value: jar.get(name) }),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

/** What happens while a password is being checked: every one is right here. */
const during = vi.hoisted(() => ({ check: async (): Promise<unknown> => undefined }));
vi.mock("@/lib/auth/password/password-hash", async (original) => ({
  ...(await original<typeof import("@/lib/auth/password/password-hash")>()),
  verifyPassword: async () => {
    await during.check();
    return true;
  },
  needsRehash: () => false,
}));

/** What happens between the look at what someone showed and the session that it opens. */
const before = vi.hoisted(() => ({ session: async (): Promise<unknown> => undefined }));
vi.mock("@/lib/auth/sign-in/require-workspace", async (original) => {
  const { requireWorkspace } = await original<typeof import("@/lib/auth/sign-in/require-workspace")>();
  return {
    requireWorkspace: async (userId: string) => {
      await before.session();
      return requireWorkspace(userId);
    },
  };
});
afterEach(() => {
  before.session = async () => undefined;
});

const PASSKEY = { name: "Theirs", publicKey: "key", counter: 0n, transports: [], synced: false };

/** Someone who made an account with an invitation link, which may have been meant for somebody else. */
async function makePerson() {
  const [person] = await makeWorkspace("member");
  if (!person) throw new Error("no person");
  const { userId, email, sessionId, workspaceId } = person;
  const client = await prisma();
  const account = { accountId: userId, providerId: "credential", userId, password: "scrypt$theirs" };
  await client.account.create({ data: { id: randomId(), ...account } });
  const expiresAt = new Date(Date.now() + 60_000);
  const session = { id: sessionId, token: randomId(), userId, expiresAt, secondStep: "passkey" };
  const signIn = () => client.session.create({ data: session });
  await signIn();
  /** As it could be done before an address had to be proven first. */
  const setUp = async () => {
    await client.passkey.create({ data: { id: randomId(), userId, ...PASSKEY, credentialId: randomId() } });
    const secret = await sealForAuthenticator("s");
    await client.twoFactor.create({ data: { id: randomId(), userId, secret, backupCodes: "c", verified: true } });
    await client.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
  };
  const left = async () => ({
    passkeys: await client.passkey.count({ where: { userId } }),
    apps: await client.twoFactor.count({ where: { userId } }),
    asksForCode: (await client.user.findUnique({ where: { id: userId } }))?.twoFactorEnabled,
    theirPassword: await client.account.count({ where: { userId, password: "scrypt$theirs" } }),
    sessions: await client.session.count({ where: { userId } }),
    isKnown: (await knownDevice(email)) !== undefined,
  });
  const trail = async () =>
    (await client.auditEvent.findMany({ where: { workspaceId }, orderBy: { seq: "asc" } })).map(({ action }) => action);
  return { person, setUp, signIn, left, trail };
}

type Way = (email: string, inMs: number) => Promise<unknown>;
const link = (email: string, inMs: number) => ({
  ...{ email, hash: `scrypt$${inMs}`, dropSecondFactors: false, peer: undefined },
  issuedAt: new Date(Date.now() + inMs),
});
const reset: Way = (email, inMs) => resetPasswordRow(link(email, inMs));
const tie: Way = (email, inMs) =>
  tieOidcAccount({ accountId: `https://${inMs}.example the owner of the address`, email, peer: undefined });

it.each([
  ["a password link, mailed or of the operator", reset],
  ["single sign-on", tie],
])("A6: the first proof of an address, by %s, takes along all that was set up without one", async (_, prove) => {
  const { person, setUp, signIn, left, trail } = await makePerson();
  await setUp();
  await rememberDevice(person.email);
  expect(await left()).toMatchObject({ passkeys: 1, apps: 1, sessions: 1, isKnown: true });
  await prove(person.email, 1000);
  const nothing = { passkeys: 0, apps: 0, asksForCode: false, theirPassword: 0, sessions: 0, isKnown: false };
  expect(await left()).toEqual(nothing);
  expect((await trail())[0]).toBe("person.address-proven");
  // From then on it is theirs: what they set up stays.
  await setUp();
  await signIn();
  await rememberDevice(person.email);
  await prove(person.email, 2000);
  expect(await left()).toMatchObject({ passkeys: 1, apps: 1, asksForCode: true, isKnown: true });
  expect((await trail()).filter((action) => action === "person.address-proven")).toHaveLength(1);
});

it("A6: an account whose address nobody proved gets neither a passkey nor an authenticator app", async () => {
  const { person, left } = await makePerson();
  const response = softDevice().make({
    challenge: "AAAA",
    origin: "https://keys.example.com",
    rpId: "keys.example.com",
  });
  for (const work of [
    beginPasskey(person),
    addPasskey(person, { response }),
    startAuthenticator(person, { password: "scrypt$theirs" }),
    turnOnAuthenticator(person, { code: "000000" }),
  ])
    await expect(work).rejects.toThrow("Prove your email address first.");
  expect(await insertPasskey(person, { ...PASSKEY, credentialId: randomId() })).toBe(false);
  expect(await left()).toMatchObject({ passkeys: 0, apps: 0 });
});

it("A6: a passkey that is being added while a link sets a new password is not taken", async () => {
  const { person, signIn, left } = await makePerson();
  await reset(person.email, 1000);
  // Their request began before: it knows of a session that is gone, of an account that is proven now.
  const late = () => insertPasskey(person, { ...PASSKEY, credentialId: randomId() });
  expect(await late()).toBe(false);
  await signIn();
  expect(await late()).toBe(true);
  expect(await left()).toMatchObject({ passkeys: 1 });
});

it("A6, A9: a sign-in whose password is replaced while it is checked leaves no session", async () => {
  const { person, left } = await makePerson();
  const enter = () => signIn({ email: person.email, password: "theirs" }, new Headers());
  expect(await enter()).toBe("signed-in");
  expect(await left()).toMatchObject({ sessions: 2 });
  during.check = () => reset(person.email, 1000);
  try {
    await expect(enter()).rejects.toThrow("Your password was just changed.");
  } finally {
    during.check = async () => undefined;
  }
  expect(await left()).toMatchObject({ sessions: 0, isKnown: false });
});

const countFirstSteps = async (userId: string) => (await prisma()).verification.count({ where: { value: userId } });
async function waitForCode(userId: string) {
  const waiting = { identifier: `2fa-${randomId()}`, value: userId, expiresAt: new Date(Date.now() + 60_000) };
  await (await prisma()).verification.create({ data: { id: randomId(), ...waiting } });
}

it("A9: a new password ends sign-ins that wait for their code", async () => {
  const { person } = await makePerson();
  await reset(person.email, 1000);
  await waitForCode(person.userId);
  await reset(person.email, 2000);
  expect(await countFirstSteps(person.userId)).toBe(0);
});

it("A6, A9: the first proof of an address ends sign-ins that wait for their code, also by single sign-on", async () => {
  const { person } = await makePerson();
  await waitForCode(person.userId);
  await tie(person.email, 3000);
  expect(await countFirstSteps(person.userId)).toBe(0);
});

it("A9: a sign-in does not begin to wait for its code behind a new password", async () => {
  const { person, setUp, left } = await makePerson();
  await reset(person.email, 1000);
  await setUp();
  const enter = () => signIn({ email: person.email, password: "own" }, new Headers());
  expect(await enter()).toBe("second-factor");
  expect(await countFirstSteps(person.userId)).toBe(1);
  const { internalAdapter } = await (await auth()).$context;
  const keep = internalAdapter.createVerificationValue.bind(internalAdapter);
  const late = vi.spyOn(internalAdapter, "createVerificationValue").mockImplementationOnce(async (step) => {
    await reset(person.email, 2000);
    return keep(step);
  });
  await expect(enter()).rejects.toThrow("Your password was just changed.");
  expect(late).toHaveBeenCalled();
  late.mockRestore();
  expect(await countFirstSteps(person.userId)).toBe(0);
  expect(await left()).toMatchObject({ sessions: 0 });
});

it.each(["passkey", "single-sign-on"] as const)(
  "A9: a sign-in by %s that is taken off the account meanwhile leaves no session",
  async (way) => {
    const { person, left } = await makePerson();
    const { userId, email } = person;
    const accountId = `https://id.example.com ${userId}`;
    await tieOidcAccount({ accountId, email, peer: undefined });
    const passkeyId = randomId();
    const client = await prisma();
    await client.passkey.create({ data: { id: passkeyId, userId, ...PASSKEY, credentialId: randomId() } });
    const shown = way === "passkey" ? { way, passkeyId } : { way, accountId };
    const enter = () => startSession({ userId, shown }, new Headers());
    expect(await enter()).toBe("signed-in");
    expect(await left()).toMatchObject({ sessions: 1 });
    before.session = () => resetPasswordRow({ ...link(email, 2000), dropSecondFactors: true });
    await expect(enter()).rejects.toThrow("was just removed from this account");
    expect(await left()).toMatchObject({ sessions: 0 });
  },
);

it("A9: turning an app off while the password is replaced changes nothing, and makes no session", async () => {
  const { person, setUp, signIn, left, trail } = await makePerson();
  await reset(person.email, 1000);
  await setUp();
  await signIn();
  during.check = () => reset(person.email, 2000);
  try {
    const off = turnOffAuthenticator(person, { password: "theirs" });
    await expect(off).rejects.toThrow("Your password was just changed.");
  } finally {
    during.check = async () => undefined;
  }
  // A reset by mail leaves the app of whoever proved the address.
  expect(await left()).toMatchObject({ apps: 1, asksForCode: true, sessions: 0 });
  expect(await trail()).not.toContain("authenticator.removed");
});

it("L2: an app that is turned off is gone with its event, once, and the session stays as it was", async () => {
  const { person, setUp, signIn, left, trail } = await makePerson();
  await reset(person.email, 1000);
  await setUp();
  await signIn();
  const off = () => turnOffAuthenticator(person, { password: "own" });
  await off();
  expect(await left()).toMatchObject({ apps: 0, asksForCode: false, sessions: 1 });
  await expect(off()).rejects.toThrow("You haven't set up an authenticator app.");
  expect((await trail()).filter((action) => action === "authenticator.removed")).toHaveLength(1);
});
