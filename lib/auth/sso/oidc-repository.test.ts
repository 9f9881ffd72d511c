import { expect, it } from "vitest";
import { resetPasswordRow } from "@/lib/auth/password/password-repository";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { findOidcUser, hasOidcAccount, tieOidcAccount } from "./oidc-repository";

const ISSUER = "https://id.example.com";

async function makePerson() {
  const client = await prisma();
  const [userId, workspaceId] = [randomId(), randomId()];
  const email = `${userId.toLowerCase()}@example.com`;
  await client.user.create({ data: { id: userId, name: "Ada", email } });
  await client.workspace.create({ data: { id: workspaceId, name: "Data team" } });
  await client.member.create({ data: { id: randomId(), workspaceId, userId, role: "owner" } });
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
  expect(await trail()).toEqual(["person.address-proven", "single-sign-on.tied"]);
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
  const link = { email, hash: "hash", peer: undefined };
  await resetPasswordRow({ ...link, issuedAt: new Date(), dropSecondFactors: false });
  expect(await hasOidcAccount(userId)).toBe(true);
  await resetPasswordRow({ ...link, issuedAt: new Date(Date.now() + 1000), dropSecondFactors: true });
  expect(await hasOidcAccount(userId)).toBe(false);
  expect(await client.passkey.count({ where: { userId } })).toBe(0);
});
