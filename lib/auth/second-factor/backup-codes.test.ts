import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { expect, it, vi } from "vitest";
import { getOwnAccount } from "@/lib/auth/account/get-own-account";
import type { Member } from "@/lib/auth/actor";
import { auth } from "@/lib/auth/auth";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { renewBackupCodes } from "./authenticator";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "0123456789abcdefghijklmnopqrstuv"));

const keyOf = async () => (await (await auth()).$context).secretConfig;

/** Someone who is signed in and has an app, with two backup codes left of it. */
async function makePerson(): Promise<Member> {
  const [person] = (await makeWorkspace("owner")) as [Member];
  const { userId, sessionId: id } = person;
  const client = await prisma();
  const expiresAt = new Date(Date.now() + 60_000);
  await client.session.create({ data: { id, token: randomId(), userId, expiresAt, secondStep: "app" } });
  await client.user.update({ where: { id: userId }, data: { twoFactorEnabled: true, emailVerified: true } });
  const backupCodes = await symmetricEncrypt({ key: await keyOf(), data: JSON.stringify(["first-one", "other-one"]) });
  await client.twoFactor.create({ data: { id: randomId(), userId, secret: "sealed", backupCodes, verified: true } });
  return person;
}

const leftOf = async (person: Member) => (await getOwnAccount(person)).backupCodesLeft;

it("A16: new backup codes take the place of all that were left, and it is an event", async () => {
  const person = await makePerson();
  expect(await leftOf(person)).toBe(2);
  const { backupCodes } = await renewBackupCodes(person);
  expect(new Set(backupCodes).size).toBe(10);
  expect(await leftOf(person)).toBe(10);
  const client = await prisma();
  const { backupCodes: data } = await client.twoFactor.findUniqueOrThrow({ where: { userId: person.userId } });
  expect(JSON.parse(await symmetricDecrypt({ key: await keyOf(), data }))).toEqual(backupCodes);
  const { workspaceId } = person;
  const trail = await client.auditEvent.findMany({ where: { workspaceId } });
  expect(trail.map(({ action }) => action)).toEqual(["authenticator.codes-renewed"]);
});

it("A12, A16: they are made for whoever confirmed that it is them, is still signed in, and has an app", async () => {
  const person = await makePerson();
  const codeOf = (work: Promise<unknown>) => work.catch((error: { dto: { code: string } }) => error.dto.code);
  expect(await codeOf(renewBackupCodes({ ...person, confirmedAt: new Date(0) }))).toBe("CONFIRM_PASSWORD");
  expect(await codeOf(renewBackupCodes({ ...person, sessionId: randomId() }))).toBe("NOT_SIGNED_IN");
  const client = await prisma();
  await client.user.update({ where: { id: person.userId }, data: { twoFactorEnabled: false } });
  expect(await codeOf(renewBackupCodes(person))).toBe("CHANGED_MEANWHILE");
  expect(await leftOf(person)).toBeUndefined();
});
