import { describe, expect, it, vi } from "vitest";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { countUnreadNotices } from "@/lib/notices/count-unread-notices";
import { markNoticesRead } from "@/lib/notices/mark-notices-read";
import { recordNotice } from "@/lib/notices/notice-repository";
import { inTransaction, prisma } from "@/lib/platform/database";
import { listNotices } from "./list-notices";

vi.hoisted(() => vi.stubEnv("SMTP_URL", ""));

type Kind = "credential.failed" | "credential.recovered";
const record = (workspaceId: string, kind: Kind, credentialId: string, wasVerified = true) => {
  const credential = { credentialId, credentialName: "Sales EU", connectorId: "clari-copilot", wasVerified };
  return inTransaction((tx) => recordNotice(tx, { workspaceId, kind, ...credential }));
};

async function addCredential({ workspaceId, userId }: Member, id: string, status: "FAILED" | "VERIFIED") {
  const names = { name: id, nameKey: id, formId: id };
  const owned = { workspaceId, ownerId: userId, connectorId: "clari-copilot" };
  await (await prisma()).credential.create({ data: { id, status, ...names, ...owned } });
}

describe("notices", () => {
  it("say what happened and lead to the credential; to its values only while they are refused", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    await addCredential(owner, "still-failing", "FAILED");
    await addCredential(owner, "mended-since", "VERIFIED");
    for (const id of ["still-failing", "mended-since", "deleted-since"])
      await record(owner.workspaceId, "credential.failed", id);
    await record(owner.workspaceId, "credential.recovered", "mended-since");
    const { notices } = await listNotices(owner);
    expect(notices.map(({ headline, link }) => [headline, link?.href])).toEqual([
      ["works again", "/credentials/mended-since"],
      ["needs attention", undefined],
      ["needs attention", "/credentials/mended-since"],
      ["needs attention", "/credentials/still-failing?replace=1"],
    ]);
    expect(notices.slice(1, 3).map(({ message }) => message)).toEqual([
      "Clari Copilot stopped accepting this pair. The credential has been deleted since.",
      "Clari Copilot stopped accepting this pair. It's working again.",
    ]);
    expect(notices[3]).toMatchObject({
      credentialName: "Sales EU",
      unread: true,
      message: expect.stringMatching(/^Clari Copilot stopped accepting this pair\. A new pair may have been generated/),
    });
  });

  it("tell who may not replace values whom to ask, and lead to the credential itself", async () => {
    const people = (await makeWorkspace("owner", "member", "viewer")) as [Member, Member, Member];
    const [owner, ...others] = people;
    await addCredential(owner, "failing-for-all", "FAILED");
    await record(owner.workspaceId, "credential.failed", "failing-for-all");
    const [told] = (await listNotices(owner)).notices;
    expect(told?.message).toContain("have been generated. Replace the values");
    for (const other of others) {
      const [notice] = (await listNotices(other)).notices;
      expect(notice?.message).toContain("have been generated. Ask a workspace admin to replace the values");
      expect(notice?.link).toEqual({ href: "/credentials/failing-for-all", label: "Open the credential" });
    }
  });

  it("say that a provider stopped accepting only what it accepted before", async () => {
    const [owner] = (await makeWorkspace("owner")) as [Member];
    await record(owner.workspaceId, "credential.failed", "never-accepted", false);
    const { notices } = await listNotices(owner);
    expect(notices[0]?.message).toMatch(/^Clari Copilot didn't accept this pair\./);
  });

  it("are read by each member for themselves, up to what they saw", async () => {
    const [owner, member] = (await makeWorkspace("owner", "member")) as [Member, Member];
    await record(owner.workspaceId, "credential.failed", "one");
    const seen = (await listNotices(member)).notices[0]?.at;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await record(owner.workspaceId, "credential.recovered", "one");
    expect(await countUnreadNotices(member)).toBe(2);
    await markNoticesRead(member, { until: seen });
    expect(await countUnreadNotices(member)).toBe(1);
    expect((await listNotices(member)).notices.map(({ unread }) => unread)).toEqual([true, false]);
    expect(await countUnreadNotices(owner)).toBe(2);
    await markNoticesRead(member, { until: "2999-01-01T00:00:00.000Z" });
    await markNoticesRead(member, { until: "2001-01-01T00:00:00.000Z" });
    expect(await countUnreadNotices(member)).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await record(owner.workspaceId, "credential.failed", "one");
    expect(await countUnreadNotices(member)).toBe(1);
    await expect(markNoticesRead(member, { until: { gt: 0 } })).rejects.toThrow("Check the marked fields");
  });

  it("come in pages, and never from another workspace (Z2)", async () => {
    const [[owner], [stranger]] = (await Promise.all([makeWorkspace("owner"), makeWorkspace("owner")])) as [
      [Member],
      [Member],
    ];
    for (let count = 0; count < 53; count += 1) await record(owner.workspaceId, "credential.failed", `c${count}`);
    const first = await listNotices(owner);
    const second = await listNotices(owner, first.olderThan);
    expect([first.notices.length, second.notices.length, second.olderThan]).toEqual([50, 3, undefined]);
    expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(53);
    expect((await listNotices(stranger, first.olderThan)).notices).toEqual([]);
    expect((await listNotices(owner, { not: "" })).notices[0]).toEqual(first.notices[0]);
    expect(await countUnreadNotices(stranger)).toBe(0);
  });
});
