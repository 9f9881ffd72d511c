import { createHmac } from "node:crypto";
import { symmetricEncrypt } from "better-auth/crypto";
import { beforeAll, expect, it, vi } from "vitest";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { makeWorkspace } from "@/lib/settings/make-workspace.fixture";
import { auth } from "./auth";
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

// The cookie of a known device has no request to go to here.
vi.mock("./known-device", () => ({ rememberDevice: async () => undefined, knownDevice: async () => undefined }));

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
  const { person, session, code, trail } = await makePerson({ isOn: false });
  const headers = await session();
  expect(await verify({ code: await code() }, headers)).toBe("CHANGED_MEANWHILE");
  const turnOn = (input: unknown) =>
    turnOnAuthenticator(person, input, headers).catch((error: { dto?: { code: string } }) => error.dto?.code);
  for (let tries = 0; tries < 10; tries += 1) expect(await turnOn({ code: "000000" })).toBe("INVALID_INPUT");
  expect(await turnOn({ code: await code() })).toBe("TOO_MANY_ATTEMPTS");
  expect(await trail()).toEqual(["session.started ok", ...Array(10).fill("authenticator.refused refused")]);
});
