/** From the one who may do most to the one who may do least. */
export const MEMBER_ROLES = ["owner", "admin", "member", "viewer"] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** What each may do, in a line. The whole truth is the table in `permissions.ts`. */
export const ROLE_SUMMARIES: Record<MemberRole, string> = {
  owner: "Full access, including owners and other people's sessions.",
  admin: "Can add, replace and delete credentials, and change settings and members.",
  member: "Can use credentials in data sources, but not view or change them.",
  viewer: "Can see the lists and data sources, but not change anything.",
};

/** "an admin", "a viewer" */
export const withArticle = (role: MemberRole) => `${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`;

export function isMemberRole(role: unknown): role is MemberRole {
  return MEMBER_ROLES.some((known) => known === role);
}
