import { scryptSync } from "node:crypto";
import { symmetricEncrypt } from "better-auth/crypto";
import pg from "pg";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { auth } from "@/lib/auth/auth";
import { cheaperScrypt } from "@/lib/auth/password/cheaper-scrypt.fixture";
import { hashesBegun } from "@/lib/auth/password/hashing-line";
import { findPasswordOf } from "@/lib/auth/password/password-repository";
import { requestPasswordReset } from "@/lib/auth/password/request-password-reset";
import { makeResetLink } from "@/lib/auth/password/reset-link";
import { resetPassword } from "@/lib/auth/password/reset-password";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { forget } from "@/lib/platform/process-state.mjs";
import { makeBrowserLink } from "./browser-link";
import { createOwner } from "./create-owner";
import { signIn } from "./sign-in";
import { countAttempt } from "./sign-in-limits";

vi.hoisted(() => {
  vi.stubEnv("SETUP_TOKEN", "set-up-token-of-the-tests");
  // Nobody listens there: what is mailed is lost, after the answer.
  vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
  vi.stubEnv("MAIL_FROM", "latchkey@example.com");
});

/** What the browser keeps. */
const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

/** What is done once the answer was sent. */
const later = vi.hoisted((): (() => unknown)[] => []);
vi.mock("next/server", () => ({ after: (work: () => unknown) => later.push(work) }));

// Behind the first test, which is about what a hash is, one is cheap: the others are about who may try.
const hashing = vi.hoisted(() => ({ isCheap: false }));
vi.mock("@/lib/auth/password/scrypt-in-worker", async (real) => cheaperScrypt(await real(), hashing));

const PASSWORD = "a quiet sentence to remember";
const OWNER = { name: "Ada", email: "ada@example.com", password: PASSWORD };
let peers = 0;
/** A peer that nobody was before. */
const from = () => {
  peers += 1;
  return new Headers({ "x-latchkey-peer": `203.0.113.${peers}` });
};

beforeAll(() => createOwner({ ...OWNER, token: "set-up-token-of-the-tests" }, undefined));
beforeEach(() => jar.clear());

const hashOf = async (email: string) => (await findPasswordOf(email))?.hash ?? "";
const OWASP = /^scrypt\$131072\$8\$1\$[A-Za-z0-9+/]{22}==\$[A-Za-z0-9+/]{43}=$/;

/** The same password, hashed as it was done years ago. */
async function makeOld(email: string): Promise<string> {
  const salt = Buffer.from("0123456789abcdef");
  const key = scryptSync(PASSWORD, salt, 32, { N: 2 ** 14, r: 8, p: 1 });
  const password = `scrypt$16384$8$1$${salt.toString("base64")}$${key.toString("base64")}`;
  await (await prisma()).account.updateMany({ where: { user: { email } }, data: { password } });
  return password;
}

it("A2: set-up stores scrypt with N = 2^17, r = 8, p = 1; a sign-in renews an older hash, a wrong password does not", async () => {
  expect(await hashOf(OWNER.email)).toMatch(OWASP);
  const old = await makeOld(OWNER.email);
  await expect(signIn({ ...OWNER, password: "not the password" }, from())).rejects.toThrow("Wrong email or password");
  expect(await hashOf(OWNER.email)).toBe(old);
  await signIn(OWNER, from());
  const renewed = await hashOf(OWNER.email);
  expect(renewed).toMatch(OWASP);
  await signIn(OWNER, from());
  expect(await hashOf(OWNER.email)).toBe(renewed);
  hashing.isCheap = true;
});

/** What a piece of work costs: hashes, and the statements it sends, without their values. */
async function costOf(work: () => Promise<unknown>) {
  const query = vi.spyOn(pg.Client.prototype, "query");
  const before = hashesBegun();
  const said = await work().catch((error: unknown) => String(error));
  const statements = query.mock.calls.map(([one]) => (typeof one === "string" ? one : (one as { text: string }).text));
  query.mockRestore();
  return { said, hashes: hashesBegun() - before, statements };
}

it("A4: a wrong password costs the same hashes and the same statements, whether the address is known or not", async () => {
  const attempt = (email: string) => signIn({ email, password: "not the password" }, from());
  await costOf(() => attempt("first@example.com"));
  const known = await costOf(() => attempt(OWNER.email));
  expect(known.hashes).toBe(1);
  expect(known.statements.length).toBeGreaterThan(3);
  expect(await costOf(() => attempt("nobody@example.com"))).toEqual(known);
  const { email, userId } = await makePerson();
  const client = await prisma();
  await client.member.deleteMany({ where: { userId } });
  const events = { actorId: { in: [userId, "unknown"] }, action: "session.refused" };
  const before = await client.auditEvent.count({ where: events });
  expect(await costOf(() => attempt(email)), "an account of no workspace").toEqual(known);
  expect(await client.auditEvent.count({ where: events })).toBe(before + 1);
});

it("A4: the wish for a link is answered before anything of the address is looked up", async () => {
  const ask = (email: string) => requestPasswordReset({ email }, from().get("x-latchkey-peer") ?? undefined);
  await costOf(() => ask("first@example.com"));
  const known = await costOf(() => ask(OWNER.email));
  expect(known).toMatchObject({ said: undefined, hashes: 0 });
  expect(known.statements.length).toBe(1);
  expect(known.statements[0]).toContain("RateLimit");
  expect(await costOf(() => ask("nobody@example.com"))).toEqual(known);
  expect(later.length).toBe(3);
});

const tokenOf = async (email: string) =>
  new URL(await makeResetLink({ email, dropSecondFactors: false })).hash.slice(1);

it("A3: a link that is used up, or of nobody, costs no hash; a peer has twenty tries", async () => {
  const [person] = await makeWorkspace("admin");
  const token = await tokenOf(person?.email ?? "");
  await new Promise((resolve) => setTimeout(resolve, 5));
  const first = await costOf(() => resetPassword({ token, password: PASSWORD }, "198.51.100.1"));
  expect(first).toMatchObject({ said: undefined, hashes: 1 });
  for (const used of [token, await tokenOf("nobody@example.com"), "no token"]) {
    const { said, hashes } = await costOf(() => resetPassword({ token: used, password: PASSWORD }, "198.51.100.1"));
    expect([said, hashes]).toEqual([expect.stringContaining("This link was already used"), 0]);
  }
  for (let round = 0; round < 17; round += 1)
    await costOf(() => resetPassword({ token, password: PASSWORD }, "198.51.100.1"));
  expect((await costOf(() => resetPassword({ token, password: PASSWORD }, "198.51.100.1"))).said).toContain(
    "Too many tries.",
  );
});

/** Someone with a password, whose browser was here before. */
async function makePerson() {
  const [person] = await makeWorkspace("admin");
  if (!person) throw new Error("no person");
  const { email, userId } = person;
  const token = await tokenOf(email);
  await new Promise((resolve) => setTimeout(resolve, 5));
  await resetPassword({ token, password: PASSWORD }, from().get("x-latchkey-peer") ?? undefined);
  jar.clear();
  return { email, userId, signIn: () => signIn({ email, password: PASSWORD }, from()) };
}

it("A3: strangers do not keep a new browser out: a mailed link has ten tries of its own, for its account only", async () => {
  const { email } = await makePerson();
  const other = await makePerson();
  const wrong = (browser?: string) =>
    countAttempt({ email, peer: from().get("x-latchkey-peer") ?? undefined, browser }, async () => undefined);
  for (let round = 0; round < 10; round += 1) await wrong();
  const enter = (browser?: string) => signIn({ email, password: PASSWORD, browser }, from());
  const keptOut = { dto: { code: "TOO_MANY_ATTEMPTS", remedy: "browser-link" } };
  const linkOf = async (address: string) => new URL(await makeBrowserLink(address)).hash.slice(1);
  await expect(enter()).rejects.toMatchObject(keptOut);
  for (const none of ["no token", await linkOf(other.email), await tokenOf(email)])
    await expect(enter(none)).rejects.toMatchObject(keptOut);
  const link = await linkOf(email);
  expect(await enter(link)).toBe("signed-in");
  expect(await enter(), "a known browser from now on").toBe("signed-in");
  jar.clear();
  for (let round = 0; round < 10; round += 1) await wrong(link);
  await expect(enter(link)).rejects.toMatchObject({ dto: { code: "TOO_MANY_ATTEMPTS" } });
  expect(await enter(await linkOf(email)), "another link").toBe("signed-in");
});

it("A3: tries that no password was looked at for cost a peer nothing: colleagues behind it still sign in", async () => {
  const { email } = await makePerson();
  const other = await makePerson();
  for (let round = 0; round < 10; round += 1)
    await countAttempt(
      { email, peer: from().get("x-latchkey-peer") ?? undefined, browser: undefined },
      async () => undefined,
    );
  const office = from();
  for (let round = 0; round < 31; round += 1)
    await expect(signIn({ email, password: "guess" }, office)).rejects.toMatchObject({
      dto: { code: "TOO_MANY_ATTEMPTS" },
    });
  expect(await signIn({ email: other.email, password: PASSWORD }, office)).toBe("signed-in");
});

it("A2: of two sign-ins that renew one old hash at the same moment, both get in", async () => {
  const { email } = await makePerson();
  await makeOld(email);
  const enter = () => signIn({ email, password: PASSWORD }, from());
  expect(await Promise.all([enter(), enter()])).toEqual(["signed-in", "signed-in"]);
  expect(await hashOf(email)).toMatch(OWASP);
});

it("2FA: an app that was set up under another secret is said to be one, after the right password only", async () => {
  const { email, userId, signIn: enter } = await makePerson();
  const client = await prisma();
  const { secretConfig } = await (await auth()).$context;
  const store = async (key: typeof secretConfig) => {
    const secret = await symmetricEncrypt({ key, data: "secret-of-an-app" });
    const row = { secret, backupCodes: secret, verified: true };
    await client.twoFactor.deleteMany({ where: { userId } });
    await client.twoFactor.create({ data: { id: userId, userId, ...row } });
  };
  await client.user.update({ where: { id: userId }, data: { twoFactorEnabled: true } });
  await store(secretConfig);
  expect(await enter()).toBe("second-factor");
  await store("another secret of thirty-two or more characters");
  await expect(enter()).rejects.toMatchObject({
    dto: { code: "FORBIDDEN", message: expect.stringContaining("can no longer check your authenticator app") },
  });
  const guess = signIn({ email, password: "not the password" }, from());
  await expect(guess).rejects.toMatchObject({ dto: { code: "SIGN_IN_REFUSED" } });
  // The way out: what the operator's link does.
  const link = await makeResetLink({ email, dropSecondFactors: true });
  await resetPassword({ token: new URL(link).hash.slice(1), password: PASSWORD }, undefined);
  expect(await enter()).toBe("signed-in");
});

it("A9: someone who is in no workspace gets no session by password, no cookie and no event of one", async () => {
  const { userId, signIn: enter } = await makePerson();
  const client = await prisma();
  await client.member.deleteMany({ where: { userId } });
  await expect(enter()).rejects.toMatchObject({ dto: { code: "FORBIDDEN" } });
  expect([await client.session.count({ where: { userId } }), jar.size]).toEqual([0, 0]);
  expect(await client.auditEvent.count({ where: { actorId: userId, action: { startsWith: "session." } } })).toBe(0);
});

it("A3: where the server sends no mail, the refusal names the operator's link, which makes the browser a known one", async () => {
  const { email } = await makePerson();
  const wrong = () => countAttempt({ email, peer: from().get("x-latchkey-peer") ?? undefined }, async () => undefined);
  for (let round = 0; round < 10; round += 1) await wrong();
  const enter = () => signIn({ email, password: PASSWORD }, from());
  const sendMailBy = (url: string) => {
    vi.stubEnv("SMTP_URL", url);
    forget("environment");
  };
  sendMailBy("");
  try {
    const error = await enter().catch((refusal: unknown) => refusal);
    const message = expect.stringContaining("ask this server's operator for a password link");
    expect(error).toMatchObject({ dto: { code: "TOO_MANY_ATTEMPTS", message } });
    expect(error).not.toHaveProperty("dto.remedy");
    await resetPassword({ token: await tokenOf(email), password: PASSWORD }, undefined);
    expect(await enter()).toBe("signed-in");
  } finally {
    sendMailBy("smtp://127.0.0.1:9");
  }
});
