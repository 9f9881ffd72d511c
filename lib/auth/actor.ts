import type { MemberRole } from "./role-dto";

/** Who asks. */
export type Actor = Member | Job;

/** Something that the server does by itself, for one workspace. */
export type Job = {
  kind: "job";
  /** Names the job in the audit trail: `job:reverify`. */
  userId: `job:${string}`;
  name: string;
  workspaceId: string;
  role: "job";
  peer: undefined;
};

/** A member of a workspace, as the session says at this very request. */
export type Member = {
  kind: "member";
  userId: string;
  name: string;
  email: string;
  workspaceId: string;
  workspaceName: string;
  role: MemberRole;
  sessionId: string;
  /** When they last proved who they are: at sign-in, or since. */
  confirmedAt: Date;
  /** Address of the real peer, for the audit trail. */
  peer: string | undefined;
};
