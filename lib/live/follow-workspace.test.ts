import { afterEach, describe, expect, it, vi } from "vitest";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { recordAudit } from "@/lib/platform/audit";
import { prisma } from "@/lib/platform/database";
import { randomId } from "@/lib/platform/random-id";
import { serverProcess } from "@/lib/platform/server-process.mjs";
import { followWorkspace } from "./follow-workspace";
import type { LiveNews } from "./live-dto";
import { listenersNow, lookForNews } from "./look-for-news";

const HOUR = 3_600_000;

// The tests say when it is looked, and nothing else does.
vi.mock("node:timers/promises", async (original) => {
  const { setTimeout: pause } = await original<typeof import("node:timers/promises")>();
  return { setTimeout: (_ms: number, value: unknown, options: object) => pause(HOUR, value, options) };
});
const leaving = new AbortController();
serverProcess.leaving = leaving.signal;

/** Members of one workspace with a session each. */
async function signedIn(...roles: Member["role"][]): Promise<[Member, ...Member[]]> {
  const [first, ...others] = await makeWorkspace(...roles);
  if (!first) throw new Error("nobody");
  const client = await prisma();
  for (const { sessionId, userId, workspaceId } of [first, ...others])
    await client.session.create({
      data: {
        ...{ id: sessionId, token: randomId(), userId, activeWorkspaceId: workspaceId },
        expiresAt: new Date(Date.now() + HOUR),
      },
    });
  return [first, ...others];
}

const open = new Set<AbortController>();
afterEach(() => {
  for (const hangUp of open) hangUp.abort();
  open.clear();
  expect(listenersNow().size).toBe(0);
});

/** A browser that listens. `next` is the news that comes next, and undefined once the stream has ended. */
async function listen(actor: Member) {
  const hangUp = new AbortController();
  open.add(hangUp);
  const response = await followWorkspace(actor, hangUp.signal);
  const reader = response.body?.getReader();
  const next = async (): Promise<LiveNews | undefined> => {
    const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
    return done ? undefined : JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ""));
  };
  return { response, next, hangUp: () => hangUp.abort(), first: await next() };
}

const act = async ({ workspaceId, userId }: Member, action: Parameters<typeof recordAudit>[1]["action"]) =>
  recordAudit(await prisma(), {
    ...{ workspaceId, actorId: userId, action, subjectId: randomId(), subjectName: "A secret name" },
    peer: undefined,
  });
const notify = async ({ workspaceId }: Member) =>
  (await prisma()).notice.create({
    data: {
      ...{ id: randomId(), workspaceId, at: new Date(), kind: "credential.failed" },
      ...{ credentialId: randomId(), credentialName: "A secret name", connectorId: "clari-copilot" },
    },
  });

it("says what kind of thing changed, how many notices were not seen, and nothing else", async () => {
  const [owner, viewer] = await signedIn("owner", "viewer");
  const [elsewhere] = await signedIn("owner");
  const [here, there] = [await listen(viewer as Member), await listen(elsewhere)];
  expect(here.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(here.response.headers.get("cache-control")).toBe("no-store, no-transform");
  const { workspaceId } = owner;
  expect(here.first).toEqual({ workspaceId, unread: 0, kinds: [] });

  await act(owner, "credential.verified");
  await act(owner, "credential.edited");
  await act(owner, "data-source.read");
  await lookForNews();
  expect(await here.next()).toEqual({ workspaceId, unread: 0, kinds: ["credentials"] });

  await notify(owner);
  await lookForNews();
  expect(await here.next()).toEqual({ workspaceId, unread: 1, kinds: ["notices"] });

  // Seen, in another browser.
  await (await prisma()).member.updateMany({
    where: { workspaceId, userId: viewer?.userId ?? "" },
    data: { noticesReadAt: new Date() },
  });
  await lookForNews();
  expect(await here.next()).toEqual({ workspaceId, unread: 0, kinds: [] });

  // What no screen shows is no news, and neither is another workspace's.
  await act(owner, "session.started");
  await lookForNews();
  await act(elsewhere, "member.invited");
  await lookForNews();
  expect(await there.next()).toEqual({ workspaceId: elsewhere.workspaceId, unread: 0, kinds: ["members"] });
});

describe("A11: a stream of news ends", () => {
  it.each([
    ["with the session", (client, { sessionId: id }) => client.session.delete({ where: { id } })],
    [
      "with the membership",
      (client, { workspaceId, userId }) => client.member.deleteMany({ where: { workspaceId, userId } }),
    ],
    [
      "with a session that nobody used for twelve hours",
      (client, { sessionId: id }) =>
        client.session.update({ where: { id }, data: { updatedAt: new Date(Date.now() - 12.1 * HOUR) } }),
    ],
  ] satisfies [string, (client: Awaited<ReturnType<typeof prisma>>, actor: Member) => Promise<unknown>][])(
    "%s",
    async (_, end) => {
      const [owner, member] = await signedIn("owner", "member");
      const [stays, goes] = [await listen(owner), await listen(member as Member)];
      await end(await prisma(), member as Member);
      await act(owner, "credential.created");
      await lookForNews();
      expect(await goes.next()).toBeUndefined();
      expect((await stays.next())?.kinds).toEqual(["credentials"]);
      expect(listenersNow().size).toBe(1);
    },
  );
});

it("a workspace that one switched to is told of from then on", async () => {
  const [owner] = await signedIn("owner");
  const [other] = await signedIn("owner");
  const client = await prisma();
  const { workspaceId } = other;
  await client.member.create({ data: { id: randomId(), workspaceId, userId: owner.userId, role: "viewer" } });
  const { next } = await listen(owner);
  await client.session.update({ where: { id: owner.sessionId }, data: { activeWorkspaceId: workspaceId } });
  await lookForNews();
  expect(await next()).toEqual({ workspaceId, unread: 0, kinds: [] });
  await act(other, "data-source.created");
  await lookForNews();
  expect(await next()).toEqual({ workspaceId, unread: 0, kinds: ["data-sources"] });
});

it("a person has eight streams at the most, and a browser that takes nothing loses its own", async () => {
  const [owner, other] = await signedIn("owner", "admin");
  const streams = [];
  for (let number = 1; number <= 8; number += 1) streams.push(await listen(owner));
  await expect(listen(owner)).rejects.toMatchObject({ dto: { code: "TOO_MANY_REQUESTS", retryAfterSeconds: 60 } });
  streams[0]?.hangUp();
  await listen(owner);
  const slow = await listen(other as Member);
  for (let number = 1; number <= 20; number += 1) {
    await act(owner, "credential.edited");
    await lookForNews();
  }
  expect([...listenersNow()].filter(({ userId }) => userId === other?.userId)).toEqual([]);
  for (let number = 1; number <= 16; number += 1) expect((await slow.next())?.kinds).toEqual(["credentials"]);
  expect(await slow.next()).toBeUndefined();
});

it("L3: a stream ends once the server is about to stop, and none begins any more", async () => {
  const [owner] = await signedIn("owner");
  const { next } = await listen(owner);
  leaving.abort();
  expect(await next()).toBeUndefined();
  await expect(listen(owner)).rejects.toMatchObject({ dto: { code: "UNAVAILABLE" } });
});
