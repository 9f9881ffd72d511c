import type { Member } from "@/lib/auth/actor";
import { inPlace } from "@/lib/auth/password/hashing-line";
import { hashPassword } from "@/lib/auth/password/password-hash";
import type { MemberRole } from "@/lib/auth/role-dto";
import { createOwner } from "@/lib/auth/sign-in/create-owner";
import { hashInvitationToken } from "@/lib/members/invitation-token";
import { inviteMember } from "@/lib/members/invite-member";
import { acceptAsNewUser, findOffer } from "@/lib/members/offer-repository";
import { prisma } from "@/lib/platform/database";

export type Account = { role: MemberRole; name: string; email: string };
export type People = Record<"owner" | "admin" | "member", Member>;

/** Everyone but the owner. All have the owner's password: it is made anew for each seed. */
const JOINING = [
  { role: "admin", name: "Ben Okafor", email: "admin@example.com" },
  { role: "member", name: "Chidi Park", email: "member@example.com" },
  { role: "viewer", name: "Dana Weiss", email: "viewer@example.com" },
] as const satisfies Account[];

/** Someone as the use cases know them, without a session: just signed in, from this machine. */
async function actorOf(email: string): Promise<Member> {
  const user = await (await prisma()).user.findUniqueOrThrow({
    where: { email },
    select: { id: true, name: true, members: { select: { role: true, workspace: true } } },
  });
  const [place] = user.members;
  if (!place) throw new Error(`${email} is in no workspace`);
  const { id: workspaceId, name: workspaceName } = place.workspace;
  const role = place.role as MemberRole;
  const { id: userId, name } = user;
  return {
    kind: "member",
    ...{ userId, name, email, role, workspaceId, workspaceName },
    sessionId: "seed",
    confirmedAt: new Date(),
    peer: undefined,
  };
}

/** Makes the owner, lets the others in as an invitation would, and leaves one invitation waiting. */
export async function seedPeople(owner: { name: string; email: string; password: string }, token: string) {
  await createOwner({ ...owner, token }, undefined);
  const actor = await actorOf(owner.email);
  const passwordHash = await inPlace(undefined, (place) => hashPassword(place, owner.password));
  for (const { role, name, email } of JOINING) {
    const { link } = await inviteMember(actor, { email, role });
    const offer = await findOffer(hashInvitationToken(new URL(link).pathname.split("/").at(-1) ?? ""));
    if (!offer || !(await acceptAsNewUser(offer, { name, proof: { passwordHash }, peer: undefined })))
      throw new Error(`${email} could not join`);
  }
  await inviteMember(actor, { email: "invited@example.com", role: "member" });
  const [admin, member] = await Promise.all([actorOf(JOINING[0].email), actorOf(JOINING[1].email)]);
  const people: People = { owner: actor, admin, member };
  return { people, accounts: JOINING };
}
