import { createHmac } from "node:crypto";
import pg from "pg";
import { afterEach, expect, it, vi } from "vitest";
import { serve } from "@/lib/api/serve";
import { confirmSession } from "@/lib/auth/account/session-repository";
import { auth } from "@/lib/auth/auth";
import { findActor, findPerson } from "@/lib/auth/current-actor";
import { asAction, asPersonAction } from "@/lib/auth/doors/as-action";
import { asSessionRoute } from "@/lib/auth/doors/as-session-route";
import { deletePasskey, insertPasskey } from "@/lib/auth/passkeys/passkey-repository";
import { addAuthenticator, deleteAuthenticator } from "@/lib/auth/second-factor/authenticator-repository";
import { isStillSignedIn } from "@/lib/auth/still-signed-in-repository";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { askProgramRoute } from "@/lib/data-sources/tokens/show-token.fixture";
import { findLiveStates } from "@/lib/live/live-repository";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { type Member, makeWorkspace } from "./make-workspace.fixture";
import { getSecondFactorRule, requireSecondFactor } from "./second-factor-rule";

const SECRET = vi.hoisted(() => {
  const secret = "0123456789abcdefghijklmnopqrstuv";
  vi.stubEnv("AUTH_SECRET", secret);
  return secret;
});
const sent = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock("next/headers", () => ({ headers: async () => sent.headers }));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

afterEach(() => void vi.restoreAllMocks());

/** A browser of theirs, signed in by a password alone, as the auth library starts a session for the server. */
async function signIn(person: Member) {
  const client = await prisma();
  const { userId, workspaceId } = person;
  const account = { id: randomId(), accountId: userId, userId, providerId: "credential", password: "scrypt$first" };
  await client.account.create({ data: account });
  await client.user.update({ where: { id: userId }, data: { emailVerified: true } });
  const { internalAdapter } = await (await auth()).$context;
  const made = await internalAdapter.createSession(userId, false, { activeWorkspaceId: workspaceId });
  const signature = createHmac("sha256", SECRET).update(made.token).digest("base64");
  const cookie = `__Host-latchkey.session_token=${encodeURIComponent(`${made.token}.${signature}`)}`;
  const member: Member = { ...person, sessionId: made.id };
  const headers = new Headers({ cookie });
  const password = { accountId: account.id, userId, hash: "scrypt$first" };
  return {
    ...{ member, headers, cookie, password },
    kind: async () => (await findPerson(headers))?.kind,
    addApp: async () => {
      const data = { id: randomId(), userId, secret: "sealed", backupCodes: "sealed" };
      await client.twoFactor.create({ data });
      return addAuthenticator(member, "sealed");
    },
  };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: { dto?: { code: string } }) => error.dto?.code ?? Promise.reject(error),
  );
const eventsOf = async ({ workspaceId }: Member) =>
  (await (await prisma()).auditEvent.findMany({ where: { workspaceId }, orderBy: { seq: "asc" } })).map(
    ({ action }) => action,
  );
const noticesOf = async ({ workspaceId }: Member) =>
  (await (await prisma()).notice.findMany({ where: { workspaceId } })).map(({ kind }) => kind);

/** A workspace that requires it, with an owner who has an app, and someone who came in by a password alone. */
async function makeStrict() {
  const [first, second] = (await makeWorkspace("owner", "member")) as [Member, Member];
  const [owner, other] = [await signIn(first), await signIn(second)];
  await owner.addApp();
  await requireSecondFactor(owner.member, { isRequired: true });
  return { owner, other };
}

it("A17: an owner requires two-step verification who showed it herself; it is an event, and the workspace is told", async () => {
  const [first, admin] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  const owner = await signIn(first);
  const turn = (actor: Member, isRequired: boolean) => codeOf(requireSecondFactor(actor, { isRequired }));
  expect(await turn(admin, true)).toBe("FORBIDDEN");
  expect(await turn(owner.member, true)).toBe("SECOND_FACTOR_REQUIRED");
  expect(await turn({ ...owner.member, confirmedAt: new Date(0) }, true)).toBe("CONFIRM_PASSWORD");
  expect(await getSecondFactorRule(admin)).toEqual({ isRequired: false, people: 2, without: 2, mayChange: false });
  expect([await eventsOf(first), await noticesOf(first)]).toEqual([[], []]);

  await owner.addApp();
  expect([await turn(owner.member, true), await turn(owner.member, true)]).toEqual(["done", "done"]);
  expect(await getSecondFactorRule(owner.member)).toEqual({ isRequired: true, people: 2, without: 1, mayChange: true });
  expect(await noticesOf(first)).toEqual(["workspace.second-factor-required"]);
  // Whose role changed meanwhile.
  expect(await turn({ ...admin, role: "owner" }, false)).toBe("CHANGED_MEANWHILE");
  expect(await turn(owner.member, false)).toBe("done");
  expect(await eventsOf(first)).toEqual([
    "authenticator.added",
    "workspace.second-factor-required",
    "workspace.second-factor-optional",
  ]);
});

it("A17: from the next request on, whoever came by a password alone gets as far as their own account, by every door", async () => {
  const { owner, other } = await makeStrict();
  expect([await owner.kind(), await other.kind()]).toEqual(["member", "held-back"]);
  expect((await findActor(owner.headers))?.userId).toBe(owner.member.userId);
  expect(await codeOf(findActor(other.headers))).toBe("SECOND_FACTOR_REQUIRED");
  // Programs' addresses, with the session's cookie.
  const request = new Request("http://127.0.0.1:3000/api/v1/members", { headers: { cookie: other.cookie } });
  const refused = await serve(request);
  expect([refused.status, (await refused.json()).code]).toEqual([403, "SECOND_FACTOR_REQUIRED"]);
  // What an open page asks by itself.
  const asked = await asSessionRoute(new Request("http://127.0.0.1:3000/api/events", request), async () => {
    throw new Error("let in");
  });
  expect(asked.status).toBe(403);
  // Actions: those of the workspace, and those of the person.
  sent.headers = other.headers;
  const { workspaceId } = other.member;
  expect(await asAction(workspaceId, async () => "let in")).toMatchObject({
    error: { code: "SECOND_FACTOR_REQUIRED" },
  });
  expect(await asPersonAction(async ({ userId }) => userId)).toEqual({ ok: true, data: other.member.userId });
  // What was let in before.
  const sessionIds = [owner.member.sessionId, other.member.sessionId];
  expect((await findLiveStates(sessionIds)).map(({ sessionId }) => sessionId)).toEqual([owner.member.sessionId]);
  expect(await isStillSignedIn(owner.member, "data-source:read")).toBe(true);
  expect(await isStillSignedIn(other.member, "data-source:read")).toBe(false);
});

it("A17: setting a second factor up lets in at once, and its removal ends that, whichever it is", async () => {
  const { other } = await makeStrict();
  const { member, password } = other;
  await other.addApp();
  expect(await other.kind()).toBe("member");
  await deleteAuthenticator(member, password);
  expect(await other.kind()).toBe("held-back");

  const key = { name: "Key", publicKey: "", counter: 0n, transports: [], synced: false };
  const insert = (credentialId: string) => insertPasskey(member, { ...key, credentialId });
  await insert(randomId());
  await insert(randomId());
  expect(await other.kind()).toBe("member");
  const client = await prisma();
  const passkeys = await client.passkey.findMany({ where: { userId: member.userId } });
  const kinds: unknown[] = [];
  for (const { id } of passkeys) {
    await deletePasskey(member, id);
    kinds.push(await other.kind());
  }
  expect(kinds).toEqual(["member", "held-back"]);
  // Shown to confirm who is there, it counts as well; a password does not.
  await confirmSession(member.sessionId);
  expect(await other.kind()).toBe("held-back");
  await confirmSession(member.sessionId, "provider");
  expect(await other.kind()).toBe("member");
});

it("A17: another workspace of the same person asks for nothing, and neither does this one once it is not required", async () => {
  const { owner, other } = await makeStrict();
  const client = await prisma();
  const [elsewhere] = (await makeWorkspace("owner")) as [Member];
  const { workspaceId } = elsewhere;
  await client.member.create({ data: { id: randomId(), workspaceId, userId: other.member.userId } });
  const move = (activeWorkspaceId: string) =>
    client.session.update({ where: { id: other.member.sessionId }, data: { activeWorkspaceId } });
  await move(workspaceId);
  expect(await other.kind()).toBe("member");
  await move(other.member.workspaceId);
  expect(await other.kind()).toBe("held-back");
  await requireSecondFactor(owner.member, { isRequired: false });
  expect(await other.kind()).toBe("member");
});

it("A17: tokens go on, and who asks is one statement as before", async () => {
  const { other } = await makeStrict();
  const { value } = await createToken(other.member, { name: "Nightly load", sources: "every" });
  expect((await askProgramRoute({ authorization: `Bearer ${value}` })).status).toBe(200);
  const asked = vi.spyOn(pg.Client.prototype, "query");
  await findPerson(other.headers);
  expect(asked).toHaveBeenCalledTimes(1);
});
