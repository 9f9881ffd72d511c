import { describe, expect, it } from "vitest";
import { listAuditEvents } from "@/lib/audit/list-audit-events";
import { signedIn } from "@/lib/auth/sign-in.fixture";
import { codeOf } from "@/lib/credentials/values/credential-life.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { exportCredentials } from "./export-credentials";
import { insertCredentials } from "./many-credentials.fixture";

async function linesOf(actor: Member, query: Record<string, unknown> = {}): Promise<string[]> {
  let text = "";
  for await (const chunk of (await exportCredentials(actor, query)).chunks) text += chunk;
  return text.trimEnd().split("\r\n");
}

describe("Export CSV", () => {
  it("takes all pages of the list as it is narrowed down, with what it shows and no value", async () => {
    const [owner, viewer] = (await makeWorkspace("owner", "viewer")) as [Member, Member];
    await signedIn(owner);
    await signedIn(viewer);
    await insertCredentials("export", owner, 1, 450);
    const [head, ...rows] = await linesOf(owner, { sort: "oldest" });
    expect(head).toBe(
      '"id","name","description","connectorId","status","owner","rotateBy","rotation","usedBy","checkedAt","verifiedAt","failedAt","createdAt","whose"',
    );
    expect(rows).toHaveLength(450);
    expect(new Set(rows).size).toBe(450);
    expect(rows[0]).toMatch(/^"export0000000001","export Sales 1","","gong","UNVERIFIED","owner",/);
    // Who may see the list may take it along, and gets the same.
    expect(await linesOf(viewer, { sort: "oldest" })).toEqual([head, ...rows]);
    const failed = await linesOf(owner, { status: "FAILED", connectorId: "gong" });
    expect(failed.length).toBe(76);
    expect(failed.slice(1).every((line) => line.includes('"gong","FAILED"'))).toBe(true);
    expect(await linesOf(owner, { connectorId: "never-heard-of" })).toEqual([head]);
  });

  it("L1: is an event that names what it was narrowed by, never what was looked for", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    await linesOf(owner, { q: "sales", status: "FAILED" });
    const [event] = (await listAuditEvents(owner, {})).events;
    expect(event).toMatchObject({ action: "credentials.exported", words: "exported the list of credentials", end: "" });
    expect(event?.fields).toEqual(["q", "status"]);
    expect(JSON.stringify(event)).not.toContain("sales");
  });

  it("A11: breaks off where the session ends while the file is taken", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    await signedIn(owner);
    await insertCredentials("broken", owner, 1, 450);
    const { chunks } = await exportCredentials(owner, {});
    expect((await chunks.next()).done).toBe(false);
    await (await prisma()).session.delete({ where: { id: owner.sessionId } });
    await expect(chunks.next()).rejects.toBeInstanceOf(Refusal);
  });

  it("Z1, Z2: has nothing of another workspace, and refuses what it doesn't understand", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    const [stranger] = (await makeWorkspace("owner")) as [Member];
    await insertCredentials("hidden", owner, 1, 3);
    expect(await linesOf(stranger)).toHaveLength(1);
    for (const query of [{ status: "failed" }, { sort: "up" }, { owner: "'" }])
      expect(await codeOf(exportCredentials(owner, query))).toBe("INVALID_INPUT");
  });
});
