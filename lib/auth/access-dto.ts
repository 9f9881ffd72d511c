import { MEMBER_ROLES, type MemberRole } from "./role-dto";

/** What someone can ask the owners and admins for: a screen that is not for their role, or a role. */
export const ACCESS_WANTS = [
  "data-sources",
  "tokens",
  "audit",
  "settings",
  "deleted-credentials",
  "role-member",
  "role-admin",
] as const;
export type AccessWant = (typeof ACCESS_WANTS)[number];

/** What each is called after "access to", and the least role that has it. A test compares it with the table of rights. */
export const ACCESS: Record<AccessWant, { name: string; role: MemberRole }> = {
  "data-sources": { name: "creating data sources", role: "member" },
  tokens: { name: "tokens", role: "member" },
  audit: { name: "the audit trail", role: "admin" },
  settings: { name: "the settings", role: "admin" },
  "deleted-credentials": { name: "deleted credentials", role: "admin" },
  "role-member": { name: "what members can do", role: "member" },
  "role-admin": { name: "what admins can do", role: "admin" },
};

/** Longest note beside a request, in characters. */
export const ACCESS_NOTE_MAX = 280;

export const isAccessWant = (wants: unknown): wants is AccessWant => ACCESS_WANTS.some((known) => known === wants);

/** Whether a role has it. */
export const hasAccess = (role: MemberRole, wants: AccessWant): boolean =>
  MEMBER_ROLES.indexOf(role) <= MEMBER_ROLES.indexOf(ACCESS[wants].role);

/** A request that waits. Times are ISO 8601. */
export type AccessRequestDto = {
  id: string;
  userId: string;
  personName: string;
  wants: AccessWant;
  /** The least role that has it. */
  role: MemberRole;
  /** What they wrote, in a line; may be empty. */
  note: string;
  createdAt: string;
};
