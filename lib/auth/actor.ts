import type { MemberRole } from "./role-dto";

/** Who asks. */
export type Actor = Principal | Job;

/** Who asks from outside: a person, or a program that a person gave a token to. */
export type Principal = Member | TokenHolder;

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

/**
 * The same of someone whose workspace wants a second factor that this session has not shown. They see to their own
 * account, and go to another workspace; every use case of this one wants a `Member`.
 */
export type HeldBack = Omit<Member, "kind"> & { kind: "held-back" };

/** Whoever has a session, for what is about themselves. */
export type Person = Member | HeldBack;

/** A program that showed a token. It may what the token is for, and never more than the role of who made it grants now. */
export type TokenHolder = {
  kind: "token";
  /** Names the token in the audit trail. */
  userId: `token:${string}`;
  tokenId: string;
  /** The token's own name. */
  name: string;
  /** Of the value that was shown: a rotation ends it before the token. */
  valueHash: string;
  makerId: string;
  makerName: string;
  workspaceId: string;
  workspaceName: string;
  /** Of who made it, at this very request. */
  role: MemberRole;
  /** Operations of the table of rights. */
  scopes: readonly string[];
  /** The data sources that it is for. */
  sourceIds: readonly string[] | "every";
  /** When it is over, whatever happens; undefined: never. */
  endsAt: Date | undefined;
  peer: string | undefined;
  attempt?: Attempt;
};

/** Whose it is what an actor creates, and whose own counts as theirs: a token acts for who made it. The trail names the token. */
export const personIdOf = (actor: Actor): string => (actor.kind === "token" ? actor.makerId : actor.userId);

/** What that person is called. */
export const personNameOf = (actor: Actor): string => (actor.kind === "token" ? actor.makerName : actor.name);
