import { expect, it } from "vitest";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { findOidcUser, hasOidcAccount, tieOidcAccount } from "./oidc-repository";
import { resetPasswordRow } from "./password-repository";

const ISSUER = "https://id.example.com";

async function makePerson() {
  const client = await prisma();
  const [userId, workspaceId] = [randomId(), randomId()];
  const email = `${userId.toLowerCase()}@example.com`;
  await client.user.create({ data: { id: userId, name: "Ada", email } });
  await client.organization.create({ data: { id: workspaceId, name: "Data team", slug: workspaceId } });
  await client.member.create({ data: { id: randomId(), organizationId: workspaceId, userId, role: "owner" } });
  const ties = () => client.account.findMany({ where: { userId, providerId: "oidc" } });
  const trail = async () => (await client.auditEvent.findMany({ where: { workspaceId } })).map(({ action }) => action);
  return { userId, email, ties, trail };
}

const tie = (email: string, subject: string, issuer = ISSUER) =>
  tieOidcAccount({ accountId: `${issuer} ${subject}`, email, peer: undefined });

it("ties an account once, also of twenty at the same moment, keeps no token, and writes it down once", async () => {
  const { userId, email, ties, trail } = await makePerson();
  const subject = randomId();
  const answers = await Promise.all(Array.from({ length: 20 }, () => tie(email, subject)));
  expect(new Set(answers)).toEqual(new Set([userId]));
  const [account, ...more] = await ties();
  expect(more).toEqual([]);
  expect(account).toMatchObject({ accessToken: null, refreshToken: null, idToken: null, password: null });
  expect(await trail()).toEqual(["single-sign-on.tied"]);
  expect(await findOidcUser(`${ISSUER} ${subject}`)).toBe(userId);
  expect(await findOidcUser(`https://other.example ${subject}`)).toBeUndefined();
});

it("does not give an account to a second person of the same issuer who has its address now", async () => {
  const { userId, email, ties } = await makePerson();
  await tie(email, "first");
  expect(await tie(email, "second")).toBe("taken");
  // An issuer whose name only begins alike is another one.
  expect(await tie(email, "second", `${ISSUER}.evil`)).toBe(userId);
  expect(await ties()).toHaveLength(2);
  expect(await tie("nobody@example.com", "third")).toBeUndefined();
});

it("unties, and takes passkeys away, where the operator drops the second factors", async () => {
  const { userId, email } = await makePerson();
  await tie(email, randomId());
  const client = await prisma();
  const passkey = { credentialId: randomId(), publicKey: "key", transports: [], synced: false };
  await client.passkey.create({ data: { id: randomId(), userId, name: "Lost", ...passkey } });
  const link = { email, hash: "hash", provesAddress: false, peer: undefined };
  await resetPasswordRow({ ...link, issuedAt: new Date(), dropSecondFactors: false });
  expect(await hasOidcAccount(userId)).toBe(true);
  await resetPasswordRow({ ...link, issuedAt: new Date(Date.now() + 1000), dropSecondFactors: true });
  expect(await hasOidcAccount(userId)).toBe(false);
  expect(await client.passkey.count({ where: { userId } })).toBe(0);
});

it("A6: the first proof of an address takes out whoever made the account with someone else's invitation", async () => {
  const { userId, email, ties } = await makePerson();
  const client = await prisma();
  await client.account.create({
    data: { id: randomId(), accountId: userId, providerId: "credential", userId, password: "scrypt$of-someone-else" },
  });
  const passkey = { credentialId: randomId(), publicKey: "key", transports: [], synced: false };
  await client.passkey.create({ data: { id: randomId(), userId, name: "Theirs", ...passkey } });
  const session = { userId, expiresAt: new Date(Date.now() + 60_000) };
  await client.session.create({ data: { id: randomId(), token: randomId(), ...session } });
  await tie(email, "the owner of the address");
  expect(await ties()).toHaveLength(1);
  expect(await client.account.count({ where: { userId, providerId: "credential" } })).toBe(0);
  expect(await client.passkey.count({ where: { userId } })).toBe(0);
  expect(await client.session.count({ where: { userId } })).toBe(0);
  // From then on it is theirs: a password and a second provider stay.
  await client.account.create({
    data: { id: randomId(), accountId: userId, providerId: "credential", userId, password: "scrypt$own" },
  });
  await tie(email, "the owner of the address", "https://second.example");
  expect(await client.account.count({ where: { userId } })).toBe(3);
});

it("A6: a mailed link takes a stranger's passkey away the first time, and one of the operator does not", async () => {
  const { userId, email } = await makePerson();
  const client = await prisma();
  const add = () =>
    client.passkey.create({
      data: {
        id: randomId(),
        userId,
        name: "One",
        credentialId: randomId(),
        publicKey: "key",
        transports: [],
        synced: false,
      },
    });
  const count = () => client.passkey.count({ where: { userId } });
  const reset = (provesAddress: boolean, inMs: number) =>
    resetPasswordRow({
      email,
      hash: "hash",
      provesAddress,
      dropSecondFactors: false,
      peer: undefined,
      issuedAt: new Date(Date.now() + inMs),
    });
  await add();
  expect(await reset(false, 0)).toBe(true);
  expect(await count()).toBe(1);
  expect(await reset(true, 1000)).toBe(true);
  expect(await count()).toBe(0);
  await add();
  expect(await reset(true, 2000)).toBe(true);
  expect(await count()).toBe(1);
});
