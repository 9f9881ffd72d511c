import { expect, it } from "vitest";
import type { TokenHolder } from "./actor";
import { describeActor } from "./describe-actor";

const place = { workspaceId: "w", workspaceName: "Data team", peer: undefined };
const tokenFor = (sourceIds: TokenHolder["sourceIds"]): TokenHolder => ({
  ...{
    kind: "token",
    userId: "token:t",
    tokenId: "t",
    name: "Nightly load",
    valueHash: "hash",
    makerId: "u",
    makerName: "Ada",
  },
  ...{ role: "admin", scopes: ["data-source:read"], endsAt: undefined, sourceIds, ...place },
});

it("a person is told who they are, and in which workspace", () => {
  const who = { kind: "member", userId: "u", name: "Ada", email: "ada@example.com", role: "admin" } as const;
  expect(describeActor({ ...who, ...place, sessionId: "s", confirmedAt: new Date() })).toEqual({
    kind: "member",
    name: "Ada",
    workspace: { id: "w", name: "Data team" },
    role: "admin",
  });
});

it("a program is told what its token is for, and never what it is", () => {
  const own = describeActor(tokenFor(["one"]));
  expect(own).toEqual({
    kind: "token",
    name: "Nightly load",
    workspace: { id: "w", name: "Data team" },
    role: "admin",
    scopes: ["data-source:read"],
    sources: ["one"],
  });
  expect(describeActor(tokenFor("every")).sources).toBe("every");
});
