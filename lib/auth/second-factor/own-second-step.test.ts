import { beforeAll, expect, it, vi } from "vitest";
import { getOwnAccount } from "@/lib/auth/account/get-own-account";
import { getSecondStepNeeded } from "@/lib/auth/account/get-second-step-needed";
import { confirmSession } from "@/lib/auth/account/session-repository";
import type { HeldBack, Person } from "@/lib/auth/actor";
import { deletePasskey, insertPasskey } from "@/lib/auth/passkeys/passkey-repository";
import { removePasskey } from "@/lib/auth/passkeys/passkeys";
import { addPasskey, beginPasskey } from "@/lib/auth/passkeys/register-passkey";
import { OIDC_PROVIDER } from "@/lib/auth/sso/oidc-repository";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { renewBackupCodes, startAuthenticator, turnOffAuthenticator, turnOnAuthenticator } from "./authenticator";
import {
  addAuthenticator,
  beginAuthenticator,
  deleteAuthenticator,
  replaceBackupCodes,
} from "./authenticator-repository";

const oidc = vi.hoisted(() => ({ name: undefined as string | undefined }));
vi.hoisted(() => {
  vi.stubEnv("AUTH_SECRET", "0123456789abcdefghijklmnopqrstuv");
  vi.stubEnv("PUBLIC_URL", "https://keys.example.com");
});
vi.mock("@/lib/auth/sso/oidc-settings", () => ({ oidcSettings: () => oidc.name && { name: oidc.name } }));

const KEY = { name: "Key", publicKey: "", counter: 0n, transports: [], synced: false };
const HASH = "scrypt$first";

/** Someone who signed in with their password alone, in a workspace that requires no more. */
async function makePerson() {
  const [person] = await makeWorkspace("member");
  if (!person) throw new Error("no person");
  const { userId, sessionId } = person;
  const client = await prisma();
  const accountId = randomId();
  const expiresAt = new Date(Date.now() + 60_000);
  await client.session.create({ data: { id: sessionId, token: randomId(), userId, expiresAt } });
  await client.user.update({ where: { id: userId }, data: { emailVerified: true } });
  const account = { id: accountId, accountId: userId, userId, providerId: "credential", password: HASH };
  await client.account.create({ data: account });
  const passkeyId = randomId();
  return {
    ...{ person, passkeyId, password: { accountId, userId, hash: HASH } },
    addPasskey: () => client.passkey.create({ data: { ...KEY, id: passkeyId, userId, credentialId: randomId() } }),
    addApp: async () => {
      await client.twoFactor.create({
        data: { id: randomId(), userId, secret: "s", backupCodes: "b", verified: true },
      });
      await client.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
    },
    tie: () =>
      client.account.create({
        data: { id: randomId(), accountId: `https://id.example.com ${userId}`, userId, providerId: OIDC_PROVIDER },
      }),
    left: async () => ({
      passkeys: await client.passkey.count({ where: { userId } }),
      codes: (await client.twoFactor.findUnique({ where: { userId } }))?.backupCodes,
    }),
  };
}

// Opening it takes its time, which is not the first test's.
beforeAll(() => prisma());

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { dto?: { code: string } }) => error.dto?.code ?? Promise.reject(error),
  );
const sentenceOf = (work: Promise<unknown>) => work.catch((error: { dto?: { message: string } }) => error.dto?.message);
const heldBack = (person: Person): HeldBack => ({ ...person, kind: "held-back" });

/** Each way to change what an account has besides its password. */
const waysOf = (person: Person, passkeyId: string) => [
  startAuthenticator(person, { password: "what they know" }),
  turnOnAuthenticator(person, { code: "000000" }),
  turnOffAuthenticator(person, { password: "what they know" }),
  renewBackupCodes(person),
  beginPasskey(person),
  addPasskey(person, {}),
  removePasskey(person, passkeyId),
];
const ALL = Array(7).fill("SECOND_FACTOR_REQUIRED");

it("A17: a password alone neither adds nor takes away a second step where the account has one, in any workspace", async () => {
  const made = await makePerson();
  const { person, passkeyId } = made;
  await made.addPasskey();
  for (const who of [person, heldBack(person)])
    expect(await Promise.all(waysOf(who, passkeyId).map(codeOf)), who.kind).toEqual(ALL);
  expect(await sentenceOf(beginPasskey(person))).toContain("Sign out, then in again with your passkey");
  expect(await sentenceOf(beginPasskey(heldBack(person)))).toContain("Use your passkey first, at the top");
  expect(await made.left()).toEqual({ passkeys: 1, codes: undefined });
  const needed = await getSecondStepNeeded(heldBack(person), await getOwnAccount(person));
  expect(needed).toMatchObject({ has: { passkey: true }, mayAdd: { app: false, passkey: false } });

  await confirmSession(person.sessionId);
  expect(await codeOf(beginPasskey(person)), "the password once more").toBe("SECOND_FACTOR_REQUIRED");
  await confirmSession(person.sessionId, "passkey");
  expect(await codeOf(beginPasskey(person))).toBe("done");
  expect(await codeOf(removePasskey(person, passkeyId))).toBe("done");
});

it("A17: a session of before the app was set up makes no new backup codes, and turns nothing off", async () => {
  const made = await makePerson();
  const { person, passkeyId } = made;
  await made.addApp();
  expect(await Promise.all(waysOf(person, passkeyId).map(codeOf))).toEqual(ALL);
  expect(await sentenceOf(renewBackupCodes(person))).toContain("in again with your authenticator app's code");
  expect(await made.left()).toEqual({ passkeys: 0, codes: "b" });
});

it("A17: single sign-on counts just so while the server has a provider, and whoever has nothing sets the first one up", async () => {
  const made = await makePerson();
  const { person } = made;
  expect(await codeOf(beginPasskey(person))).toBe("done");
  const needed = await getSecondStepNeeded(heldBack(person), await getOwnAccount(person));
  expect(needed.mayAdd).toEqual({ app: true, passkey: true });
  await made.tie();
  expect(await codeOf(beginPasskey(person))).toBe("done");
  oidc.name = "Example";
  expect(await sentenceOf(beginPasskey(person))).toContain("in again with single sign-on");
  oidc.name = undefined;
});

it("what a session showed first stays, whatever it shows later", async () => {
  const { person } = await makePerson();
  await confirmSession(person.sessionId, "app");
  await confirmSession(person.sessionId, "passkey");
  expect(await insertPasskey(person, { ...KEY, credentialId: randomId() })).toBe(true);
  const session = await (await prisma()).session.findUnique({ where: { id: person.sessionId } });
  expect(session?.secondStep).toBe("app");
});

it("A17: a second step that came in between counts as well", async () => {
  const made = await makePerson();
  const { person, password, passkeyId } = made;
  await made.addPasskey();
  const sealed = { secret: "sealed", backupCodes: "sealed" };
  expect([
    await beginAuthenticator(person, password, sealed),
    await addAuthenticator(person, "sealed"),
    await deleteAuthenticator(person, password),
    await replaceBackupCodes(person, "sealed"),
    await deletePasskey(person, passkeyId),
    await insertPasskey(person, { ...KEY, credentialId: randomId() }),
  ]).toEqual([...Array(5).fill("without-own"), false]);
  expect(await made.left()).toEqual({ passkeys: 1, codes: undefined });
});
