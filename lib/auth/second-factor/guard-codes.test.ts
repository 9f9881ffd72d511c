import { createHmac } from "node:crypto";
import { symmetricEncrypt } from "better-auth/crypto";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { auth } from "@/lib/auth/auth";
import { withActor } from "@/lib/auth/doors/record-refused";
import { resetPasswordRow } from "@/lib/auth/password/password-repository";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { turnOnAuthenticator } from "./authenticator";
import { verifySecondFactor } from "./verify-second-factor";

const SECRET = vi.hoisted(() => {
  const secret = "0123456789abcdefghijklmnopqrstuv";
  vi.stubEnv("AUTH_SECRET", secret);
  return secret;
});

const signed = (name: string, value: string) =>
  new Headers({
    cookie: `__Host-latchkey.${name}=${encodeURIComponent(`${value}.${createHmac("sha256", SECRET).update(value).digest("base64")}`)}`,
  });

/** Someone with an authenticator app, who gave the password in as many browsers as asked for. */
async function makePerson({ isOn = true } = {}) {
  const [person] = await makeWorkspace("owner");
  if (!person) throw new Error("no person");
  const { userId, workspaceId } = person;
  const client = await prisma();
  await client.installation.upsert({ where: { id: 1 }, create: { ownerId: userId }, update: {} });
  const { api, $context } = await auth();
  const { internalAdapter, secretConfig: key } = await $context;
  const secret = randomId();
  const encrypt = (data: string) => symmetricEncrypt({ key, data });
  const backupCodes = await encrypt(JSON.stringify(["first-backup", "second-backup"]));
  const account = { id: randomId(), accountId: userId, userId, providerId: "credential", password: "scrypt$first" };
  await client.account.create({ data: account });
  await client.user.update({ where: { id: userId }, data: { twoFactorEnabled: isOn, emailVerified: true } });
  await client.twoFactor.create({
    data: { id: randomId(), userId, secret: await encrypt(secret), backupCodes, verified: isOn },
  });
  const expiresAt = new Date(Date.now() + 60_000);
  const firstStep = async () => {
    const identifier = randomId();
    await internalAdapter.createVerificationValue({ value: userId, identifier, expiresAt });
    await internalAdapter.createVerificationValue({ value: "0", identifier: `2fa-attempts-${identifier}`, expiresAt });
    return signed("two_factor", identifier);
  };
  return {
    person,
    firstStep,
    enter: async (code: string) => verify({ code }, await firstStep()),
    session: async () => signed("session_token", (await internalAdapter.createSession(userId)).token),
    /** The library's own, for the step of now. */
    code: async () => (await api.generateTOTP({ body: { secret } })).code,
    sessions: () => client.session.count({ where: { userId } }),
    isOn: async () => (await client.user.findUniqueOrThrow({ where: { id: userId } })).twoFactorEnabled,
    /** A link that takes the app away and sets another password, as the operator's does. */
    reset: () =>
      resetPasswordRow({
        ...{ email: person.email, hash: `scrypt$${randomId()}`, dropSecondFactors: true, peer: undefined },
        issuedAt: new Date(Date.now() + 1000),
      }),
    trail: async () =>
      (await client.auditEvent.findMany({ where: { workspaceId }, orderBy: { seq: "asc" } })).map(
        ({ action, result }) => `${action} ${result}`,
      ),
  };
}

/** "in", or the code of the refusal. */
const verify = (input: unknown, headers: Headers) =>
  verifySecondFactor(input, headers).then(
    () => "in",
    (error: { dto?: { code: string } }) => error.dto?.code ?? Promise.reject(error),
  );

/** What happens behind a code that is right, and before the session that it opens. */
const during = vi.hoisted(() => ({
  step: async (): Promise<unknown> => undefined,
  session: async (): Promise<unknown> => undefined,
}));
vi.mock("./authenticator-repository", async (original) => {
  const actual = await original<typeof import("./authenticator-repository")>();
  return {
    ...actual,
    takeStep: async (userId: string, step: number) => {
      const isTaken = await actual.takeStep(userId, step);
      await during.step();
      return isTaken;
    },
  };
});
vi.mock("@/lib/auth/sign-in/require-workspace", async (original) => {
  const { requireWorkspace } = await original<typeof import("@/lib/auth/sign-in/require-workspace")>();
  return {
    requireWorkspace: async (userId: string) => {
      await during.session();
      return requireWorkspace(userId);
    },
  };
});
afterEach(() => {
  Object.assign(during, { step: async () => undefined, session: async () => undefined });
});

// The cookie of a known device has no request to go to here.
vi.mock("@/lib/auth/sign-in/known-device", () => ({
  rememberDevice: async () => undefined,
  knownDevice: async () => undefined,
}));

// Opening it takes its time, which is not the first test's.
beforeAll(() => prisma());

it("A16: one code in eight browsers at the same moment lets one in, and none later", async () => {
  const { enter, code, sessions, trail } = await makePerson();
  const used = await code();
  const answers = await Promise.all(Array.from({ length: 8 }, () => enter(used)));
  expect(answers.filter((answer) => answer === "in")).toHaveLength(1);
  expect(await enter(used)).toBe("SIGN_IN_REFUSED");
  expect(await sessions()).toBe(1);
  expect((await trail()).filter((event) => event === "session.refused code-refused")).toHaveLength(8);
});

it("A16: a code of the step before works, and not behind one of a later step", async () => {
  const { enter, code } = await makePerson();
  const before = await code();
  const clock = vi.spyOn(Date, "now").mockReturnValue(Date.now() + 30_000);
  try {
    expect(await enter(before)).toBe("in");
    expect(await enter(await code())).toBe("in");
    expect(await enter(before)).toBe("SIGN_IN_REFUSED");
  } finally {
    clock.mockRestore();
  }
});

it("A16: a backup code works once, also of four at the same moment, and refuses nobody with an error of the server", async () => {
  const { enter, sessions } = await makePerson();
  const answers = await Promise.all(Array.from({ length: 4 }, () => enter("first-backup")));
  expect(answers.filter((answer) => answer === "in")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "SIGN_IN_REFUSED")).toHaveLength(3);
  expect(await enter("first-backup")).toBe("SIGN_IN_REFUSED");
  expect(await enter("second-backup")).toBe("in");
  expect(await sessions()).toBe(2);
});

it("a code without a first step that waits is told to begin with the password", async () => {
  const { code } = await makePerson();
  const late = verifySecondFactor({ code: await code() }, signed("two_factor", randomId()));
  await expect(late).rejects.toThrow("Your sign-in waited too long.");
  await expect(verifySecondFactor({ code: "000000" }, new Headers())).rejects.toThrow("Your sign-in waited too long.");
});

it("A16: ten wrong codes of an account are looked at, of whatever kind and browser, and right ones cost none", async () => {
  const { enter, code, trail } = await makePerson();
  expect(await enter(await code())).toBe("in");
  for (let round = 0; round < 5; round += 1) {
    expect(await enter("000000")).toBe("SIGN_IN_REFUSED");
    expect(await enter("not-a-code")).toBe("SIGN_IN_REFUSED");
  }
  expect(await enter("second-backup")).toBe("TOO_MANY_ATTEMPTS");
  expect((await trail()).filter((event) => event === "session.refused code-refused")).toHaveLength(10);
});

it("A16: with a session codes are limited just so, and the second step of signing in takes none", async () => {
  const { session, code, trail } = await makePerson({ isOn: false });
  const headers = await session();
  expect(await verify({ code: await code() }, headers)).toBe("CHANGED_MEANWHILE");
  const turnOn = (input: unknown) =>
    withActor(headers, (actor) => turnOnAuthenticator(actor, input)).catch(
      (error: { dto?: { code: string } }) => error.dto?.code,
    );
  for (let tries = 0; tries < 10; tries += 1) expect(await turnOn({ code: "000000" })).toBe("INVALID_INPUT");
  expect(await turnOn({ code: await code() })).toBe("TOO_MANY_ATTEMPTS");
  expect(await trail()).toEqual(["session.started ok", ...Array(10).fill("person.proof-refused wrong-code")]);
});

it("A9: a code lets nobody in whose password was replaced behind it", async () => {
  const { enter, code, reset, sessions } = await makePerson();
  during.session = reset;
  expect(await enter(await code())).toBe("SIGN_IN_REFUSED");
  expect(await sessions()).toBe(0);
});

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ dto }: { dto: { code: string; message: string } }) => dto,
  );

it("L2: an app is turned on with its event, once, also of two at the same moment, and the session stays as it was", async () => {
  const { session, code, isOn, sessions, trail } = await makePerson({ isOn: false });
  const headers = await session();
  const turnOn = (input: unknown) => withActor(headers, (actor) => turnOnAuthenticator(actor, input));
  const used = await code();
  const both = await Promise.all([refusalOf(turnOn({ code: used })), refusalOf(turnOn({ code: used }))]);
  expect(both.filter((answer) => answer === "done")).toHaveLength(1);
  expect([await isOn(), await sessions()]).toEqual([true, 1]);
  expect((await trail()).filter((event) => event === "authenticator.added ok")).toHaveLength(1);
  expect(await refusalOf(turnOn({ code: used }))).toMatchObject({ code: "CHANGED_MEANWHILE" });
});

it("A9: turning an app on while the password is replaced changes nothing, and makes no session", async () => {
  const { session, code, reset, isOn, sessions, trail } = await makePerson({ isOn: false });
  const headers = await session();
  during.step = reset;
  const on = withActor(headers, async (actor) => turnOnAuthenticator(actor, { code: await code() }));
  expect(await refusalOf(on)).toMatchObject({ code: "NOT_SIGNED_IN" });
  expect([await isOn(), await sessions()]).toEqual([false, 0]);
  expect(await trail()).not.toContain("authenticator.added ok");
});

it("L1: a code where no app was begun is a wrong one, and one event", async () => {
  const { person, session, trail } = await makePerson({ isOn: false });
  await (await prisma()).twoFactor.delete({ where: { userId: person.userId } });
  const on = withActor(await session(), (actor) => turnOnAuthenticator(actor, { code: "000000" }));
  expect(await refusalOf(on)).toMatchObject({ code: "INVALID_INPUT" });
  expect(await trail()).toEqual(["session.started ok", "person.proof-refused wrong-code"]);
});

it("2FA: an app that was begun under another secret of the server is said to be one, and can be begun anew", async () => {
  const { person, session, code, isOn } = await makePerson({ isOn: false });
  const headers = await session();
  const secret = await symmetricEncrypt({ key: "another secret of thirty-two or more characters", data: "of an app" });
  await (await prisma()).twoFactor.update({ where: { userId: person.userId }, data: { secret } });
  const on = withActor(headers, async (actor) => turnOnAuthenticator(actor, { code: await code() }));
  expect(await refusalOf(on)).toMatchObject({
    code: "CHANGED_MEANWHILE",
    message: expect.stringContaining("This server's secret changed since you started"),
  });
  expect(await isOn()).toBe(false);
});
