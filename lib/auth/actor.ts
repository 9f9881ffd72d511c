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

/** What an event is about. */
export type Subject = { id: string; name: string };

/** What a request tries, as far as it is known. Where it is refused, its frame writes it down: `record-refused.ts`. */
export type Attempt = {
  /** What the table of rights was asked first; what it is asked after that is part of it. */
  operation?: string;
  /** What was looked up first. */
  subject?: Subject;
  /** What was refused without an error that is thrown, and why. */
  refused: { result: string; subject?: Subject | undefined }[];
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
  /** Of this one request; code that runs outside of one needs none. */
  attempt?: Attempt;
};
