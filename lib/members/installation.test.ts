import { expect, it } from "vitest";
import { jobOf } from "@/lib/auth/job-of";
import { prisma } from "@/lib/platform/database";
import { Refusal } from "@/lib/platform/errors";
import { randomId } from "@/lib/platform/random-id";
import { changeRole } from "./change-role";
import { type Member, makeWorkspace } from "./make-workspace.fixture";
import { passInstallation, passInstallationByOperator } from "./pass-installation";
import { removeMember } from "./remove-member";

/** The code of a refusal, or undefined where there was none. */
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? error.dto.code : Promise.reject(error)),
  );

async function own({ userId: ownerId }: Member) {
  await (await prisma()).installation.upsert({ where: { id: 1 }, create: { ownerId }, update: { ownerId } });
}

it("Z10: removing is refused for whoever owns the installation and has no other workspace, and so is another role", async () => {
  const [first, second] = (await makeWorkspace("owner", "owner")) as [Member, Member];
  const client = await prisma();
  await own(first);
  const { userId } = first;
  expect(await codeOf(removeMember(second, { userId }))).toBe("OWNS_INSTALLATION");
  const demoted = changeRole(second, { userId, role: "admin", seen: "owner" });
  expect(await codeOf(demoted)).toBe("OWNS_INSTALLATION");
  // Nobody takes it, and it goes to an owner only.
  expect(await codeOf(passInstallation(second, { userId: second.userId }))).toBe("FORBIDDEN");
  await passInstallation(first, { userId: second.userId });
  expect(await client.installation.findUnique({ where: { id: 1 } })).toMatchObject({ ownerId: second.userId });
  const passed = { workspaceId: first.workspaceId, action: "installation.passed", subjectId: second.userId };
  expect(await client.auditEvent.count({ where: passed })).toBe(1);
  await removeMember(second, { userId });
  expect(await client.member.count({ where: { userId } })).toBe(0);
});

it("Z10: removing leaves the installation's owner one of two workspaces, also where both remove them at the same moment", async () => {
  const [first, second] = (await makeWorkspace("owner", "owner")) as [Member, Member];
  const [third] = (await makeWorkspace("owner")) as [Member];
  const { userId } = first;
  const client = await prisma();
  await client.member.create({ data: { id: randomId(), workspaceId: third.workspaceId, userId, role: "owner" } });
  await own(first);
  const codes = await Promise.all([second, third].map((actor) => codeOf(removeMember(actor, { userId }))));
  expect(codes.toSorted()).toEqual(["OWNS_INSTALLATION", undefined]);
  expect(await client.member.count({ where: { userId, role: "owner" } })).toBe(1);
});

it("Z10: removing the installation's owner who is gone for good needs the operator first", async () => {
  const [first, second, admin] = (await makeWorkspace("owner", "owner", "admin")) as [Member, Member, Member];
  const client = await prisma();
  await own(first);
  const pass = (email: string) => passInstallationByOperator(jobOf("operator"), email);
  expect(await codeOf(pass(admin.email))).toBe("NOT_FOUND");
  expect(await pass(second.email)).toEqual({ name: "owner" });
  expect(await codeOf(pass(second.email))).toBe("NOT_FOUND");
  await removeMember(second, { userId: first.userId });
  expect(await client.installation.findUnique({ where: { id: 1 } })).toMatchObject({ ownerId: second.userId });
});
