import { beforeAll, expect, it, vi } from "vitest";
import type { Member } from "@/lib/auth/actor";
import { recordRefused } from "@/lib/auth/doors/record-refused";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { randomId } from "@/lib/platform/random-id";
import { askForPasskey, checkPasskey } from "./check-passkey";
import { beginPasskeyConfirmation, confirmWithPasskey } from "./confirm-with-passkey";
import { hasPasskey } from "./passkey-repository";
import { listOwnPasskeys, removePasskey, renamePasskey } from "./passkeys";
import { addPasskey, beginPasskey } from "./register-passkey";
import { softDevice } from "./soft-device.fixture";

vi.hoisted(() => vi.stubEnv("PUBLIC_URL", "https://keys.example.com"));

const here = { origin: "https://keys.example.com", rpId: "keys.example.com" };
const SIGN_IN = { purpose: "sign-in", sessionId: undefined } as const;

async function makePerson(name: string): Promise<Member> {
  const client = await prisma();
  const [userId, workspaceId, sessionId] = [randomId(), randomId(), randomId()];
  const email = `${userId.toLowerCase()}@example.com`;
  await client.user.create({ data: { id: userId, name, email, emailVerified: true } });
  await client.workspace.create({ data: { id: workspaceId, name: "Data team" } });
  await client.member.create({ data: { id: randomId(), workspaceId, userId, role: "owner" } });
  const expiresAt = new Date(Date.now() + 60_000);
  const session = { id: sessionId, token: sessionId, userId, expiresAt };
  await client.session.create({ data: { ...session, activeWorkspaceId: workspaceId } });
  const about = { userId, name, email, workspaceId, workspaceName: "Data team", role: "owner", sessionId } as const;
  return { kind: "member", ...about, confirmedAt: new Date(), peer: undefined };
}

async function register(person: Member, device = softDevice(), counter = 0) {
  const { challenge } = await beginPasskey(person);
  await addPasskey(person, { response: device.make({ challenge, ...here, counter }) });
  return device;
}

const challengeFor = async (use: Parameters<typeof askForPasskey>[0] = SIGN_IN) =>
  (await askForPasskey(use, [])).challenge;

let ada: Member;
let device: ReturnType<typeof softDevice>;
beforeAll(async () => {
  ada = await makePerson("Ada");
  device = await register(ada, softDevice(), 5);
});

it("keeps the public half only, and writes down that it was added and removed", async () => {
  const person = await makePerson("Grace");
  const own = await register(person);
  const client = await prisma();
  expect(await client.passkey.findUnique({ where: { credentialId: own.id } })).toMatchObject({
    userId: person.userId,
    publicKey: own.publicKey,
  });
  const [listed] = await listOwnPasskeys(person);
  expect(listed).toMatchObject({ name: "Passkey", synced: false, usedAt: undefined });
  expect(JSON.stringify(listed)).not.toContain(own.publicKey);
  await expect(removePasskey(ada, listed?.id)).rejects.toThrow("doesn't exist");
  await removePasskey(person, listed?.id);
  expect(await listOwnPasskeys(person)).toEqual([]);
  const trail = await client.auditEvent.findMany({
    where: { workspaceId: person.workspaceId },
    orderBy: { seq: "asc" },
  });
  expect(trail.map(({ action }) => action)).toEqual(["passkey.added", "passkey.removed"]);
});

it("is called after the browser, told apart from its others, and whatever its owner calls it", async () => {
  const person = await makePerson("Hedy");
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
  const add = async () => {
    const { challenge } = await beginPasskey(person);
    await addPasskey(person, { response: softDevice().make({ challenge, ...here }) }, chrome);
  };
  await add();
  await add();
  const names = async () => (await listOwnPasskeys(person)).map(({ name }) => name);
  expect(await names()).toEqual(["Chrome on Linux", "Chrome on Linux 2"]);
  const passkeyId = (await listOwnPasskeys(person))[0]?.id;
  await renamePasskey(person, { passkeyId, name: "Work laptop" });
  expect(await names()).toEqual(["Work laptop", "Chrome on Linux 2"]);
  await expect(renamePasskey(ada, { passkeyId, name: "Mine" })).rejects.toThrow("doesn't exist");
  await expect(renamePasskey(person, { passkeyId, name: " " })).rejects.toThrow("Check the marked fields.");
});

it("A12: adding and removing need a recent sign-in", async () => {
  const stale = { ...ada, confirmedAt: new Date(Date.now() - 16 * 60_000) };
  for (const work of [beginPasskey(stale), addPasskey(stale, {}), removePasskey(stale, "12345678")])
    await expect(work).rejects.toMatchObject({ dto: { code: "CONFIRM_PASSWORD" } });
});

it("refuses to add what another site, another session or no verified person made, and the same challenge twice", async () => {
  const person = await makePerson("Linus");
  const begin = async () => (await beginPasskey(person)).challenge;
  const wishes = [
    { challenge: await begin(), ...here, origin: "https://evil.example" },
    { challenge: await begin(), ...here, rpId: "evil.example" },
    { challenge: await begin(), ...here, verified: false },
    { challenge: (await beginPasskey(ada)).challenge, ...here },
    { challenge: await challengeFor(), ...here },
  ];
  for (const wish of wishes)
    await expect(addPasskey(person, { response: softDevice().make(wish) })).rejects.toThrow(Refusal);
  const challenge = await begin();
  await addPasskey(person, { response: softDevice().make({ challenge, ...here }) });
  await expect(addPasskey(person, { response: softDevice().make({ challenge, ...here }) })).rejects.toThrow(
    "couldn't accept",
  );
  const taken = device.make({ challenge: await begin(), ...here });
  await expect(addPasskey(person, { response: taken })).rejects.toThrow("couldn't accept");
  expect(await listOwnPasskeys(person)).toHaveLength(1);
});

it("signs in with a fresh challenge of this host only, once, with the person verified and the counter going up", async () => {
  const wish = async (counter: number) => ({ challenge: await challengeFor(), ...here, counter });
  const right = device.sign({ ...(await wish(6)), userHandle: ada.userId });
  expect(await checkPasskey(right, SIGN_IN)).toEqual({ userId: ada.userId, passkeyId: expect.any(String) });
  expect(await checkPasskey(right, SIGN_IN), "the same once more").toMatchObject({ refused: "not-valid" });
  expect(await checkPasskey(device.sign(await wish(6)), SIGN_IN), "a copy").toMatchObject({ refused: "counter" });
  const wrong = [
    device.sign({ ...(await wish(7)), origin: "https://evil.example" }),
    device.sign({ ...(await wish(7)), rpId: "evil.example" }),
    device.sign({ ...(await wish(7)), verified: false }),
    device.sign({ ...(await wish(7)), challenge: "bm90LW91cnM" }),
    device.sign({ ...(await wish(7)), challenge: await challengeFor({ purpose: "confirm", sessionId: undefined }) }),
    { ...softDevice().sign(await wish(7)), id: device.id, rawId: device.id },
  ];
  for (const [index, answer] of wrong.entries())
    expect(await checkPasskey(answer, SIGN_IN), `case ${index}`).toHaveProperty("refused");
  const another = device.sign({ ...(await wish(7)), userHandle: "someone-else" });
  expect(await checkPasskey(another, SIGN_IN)).toMatchObject({ refused: "another-person" });
  expect(await checkPasskey(softDevice().sign(await wish(7)), SIGN_IN)).toEqual({ refused: "unknown-passkey" });
  expect(await checkPasskey(device.sign(await wish(7)), SIGN_IN)).toHaveProperty("userId", ada.userId);
});

it("A6: takes no passkey of an account whose address nobody proved, as a version of before let them be added", async () => {
  const person = await makePerson("Grace");
  const own = await register(person);
  const client = await prisma();
  const prove = (emailVerified: boolean) =>
    client.user.update({ where: { id: person.userId }, data: { emailVerified } });
  const enter = async () => checkPasskey(own.sign({ challenge: await challengeFor(), ...here }), SIGN_IN);
  await prove(false);
  expect(await enter()).toEqual({ refused: "unknown-passkey" });
  expect(await hasPasskey(person.userId)).toBe(false);
  await prove(true);
  expect(await enter()).toHaveProperty("userId", person.userId);
  expect(await hasPasskey(person.userId)).toBe(true);
});

it("takes a challenge that is over for none", async () => {
  const challenge = await challengeFor();
  await (await prisma()).passkeyChallenge.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await checkPasskey(device.sign({ challenge, ...here, counter: 8 }), SIGN_IN)).toHaveProperty("refused");
});

it("A12, L1: confirms the session that asked, by a passkey of its own account only; a wrong one is an event", async () => {
  const grace = await makePerson("Grace");
  await expect(beginPasskeyConfirmation(grace)).rejects.toThrow("no passkey");
  const own = await register(grace);
  const client = await prisma();
  const confirmedAt = async () => (await client.session.findUnique({ where: { id: grace.sessionId } }))?.confirmedAt;
  const begin = async () => (await beginPasskeyConfirmation(grace)).challenge;
  const foreign = device.sign({ challenge: await begin(), ...here, counter: 9 });
  await expect(confirmWithPasskey(grace, foreign)).rejects.toThrow("couldn't accept");
  const elsewhere = own.sign({ challenge: await begin(), ...here });
  await expect(confirmWithPasskey({ ...grace, sessionId: randomId() }, elsewhere)).rejects.toThrow("couldn't accept");
  expect(await confirmedAt()).toBeNull();
  const wrong = own.sign({ challenge: await begin(), ...here, verified: false });
  const error = await confirmWithPasskey(grace, wrong).catch((thrown: unknown) => thrown);
  await recordRefused(grace, error);
  const event = { workspaceId: grace.workspaceId, action: "person.proof-refused", result: "wrong-passkey" };
  expect(await client.auditEvent.count({ where: { ...event, actorId: grace.userId } })).toBe(1);
  await confirmWithPasskey(grace, own.sign({ challenge: await begin(), ...here }));
  expect(await confirmedAt()).toBeInstanceOf(Date);
});
