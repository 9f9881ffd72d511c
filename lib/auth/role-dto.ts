/** From the one who may do most to the one who may do least. */
export const MEMBER_ROLES = ["owner", "admin", "member", "viewer"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** What each may do, in a line. The whole truth is the table in `permissions.ts`. */
export const ROLE_SUMMARIES: Record<MemberRole, string> = {
  owner: "Everything, also owners and the sessions of others.",
  admin: "Adds, replaces and deletes credentials, changes settings and members.",
  member: "Uses credentials for data sources, without seeing or changing them.",
  viewer: "Sees the lists and the data sources, and changes nothing.",
};

export function isMemberRole(role: unknown): role is MemberRole {
  return MEMBER_ROLES.some((known) => known === role);
}
