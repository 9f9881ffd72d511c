import type { MemberRole } from "@/lib/auth/role-dto";

/** Someone in the workspace. Times are ISO 8601. */
export type MemberDto = {
  userId: string;
  name: string;
  email: string;
  role: MemberRole;
  joinedAt: string;
  isYou: boolean;
  /** Number of credentials that they own here. */
  owns: number;
  /** The last day of UTC on which they were here, "2026-12-01"; null: not yet. Only for who may invite. */
  lastSeenOn?: string | null;
  /** Whether signing in takes more than a password; "elsewhere": their provider alone signs them in. Only for who may invite. */
  secondFactor?: "on" | "off" | "elsewhere";
};

/** Someone who may take credentials over. */
export type Successor = Pick<MemberDto, "userId" | "name">;

/** An invitation that waits. */
export type InvitationDto = {
  id: string;
  email: string;
  role: MemberRole;
  invitedByName: string;
  createdAt: string;
  expiresAt: string;
};

/** What the inviter gets, once: only the hash of the link's token is stored. */
export type InvitationLinkDto = {
  invitation: InvitationDto;
  link: string;
  /** "none": the operator set up no mail server, or it was not asked for. */
  mail: "sent" | "failed" | "none";
};

/** What the person with the link sees. Undefined `kind` of use: why it cannot be used. */
export type InvitationOfferDto = { email: string; role: MemberRole; workspaceName: string; invitedByName: string };

export type WorkspaceDto = { id: string; name: string; role: MemberRole };

/** Whether a workspace lets its people in with a second factor only. */
export type SecondFactorRuleDto = {
  isRequired: boolean;
  people: number;
  /** How many of them have none. */
  without: number;
  mayChange: boolean;
};

/** For how many days an invitation can be accepted. */
export const INVITATION_DAYS = 7;

/** Why someone cannot leave. */
export const HOLDS_INSTALLATION =
  "You own the installation and would have no workspace to manage it from. Pass it on to another owner first.";
