import { expect, it, vi } from "vitest";
import { auth } from "@/lib/auth/auth";
import { tieOidcAccount } from "@/lib/auth/sso/oidc-repository";
import type { WayIn } from "@/lib/auth/way-in-repository";
import { makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { startSession } from "./start-session";

const jar = vi.hoisted(() => new Map<string, string>());
vi.mock("next/headers", () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => ({ value: jar.get(name) }),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

it("A17: a session says what was shown besides a password or in its place, by each way of signing in", async () => {
  const [person] = await makeWorkspace("member");
  if (!person) throw new Error("no person");
  const { userId, email } = person;
  const client = await prisma();
  const [passkeyId, accountId, hash] = [randomId(), `https://id.example.com ${userId}`, "scrypt$own"];
  await client.account.create({
    data: { id: randomId(), accountId: userId, userId, providerId: "credential", password: hash },
  });
  await client.user.update({ where: { id: userId }, data: { emailVerified: true } });
  const passkey = { name: "Key", publicKey: "key", counter: 0n, transports: [], synced: false };
  await client.passkey.create({ data: { id: passkeyId, userId, ...passkey, credentialId: randomId() } });
  await tieOidcAccount({ accountId, email, peer: undefined });
  const ways: [WayIn, string | null][] = [
    [{ way: "password", hash }, null],
    [{ way: "passkey", passkeyId }, "passkey"],
    [{ way: "single-sign-on", accountId }, "provider"],
  ];
  const take = async () => {
    const { secondStep } = await client.session.findFirstOrThrow({ where: { userId } });
    await client.session.deleteMany({ where: { userId } });
    return secondStep;
  };
  for (const [shown, step] of ways) {
    expect(await startSession({ userId, shown }, new Headers()), shown.way).toBe("signed-in");
    expect(await take(), shown.way).toBe(step);
  }
  // Behind a code the auth library makes the session, which asks for a workspace in its hook.
  const { internalAdapter } = await (await auth()).$context;
  await internalAdapter.createSession(userId);
  expect(await take()).toBe("app");
});
