import "server-only";
import { type AccessRequestDto, type AccessWant, hasAccess } from "@/lib/auth/access-dto";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { notFound, Refusal } from "@/lib/platform/errors";
import { type Limit, spend } from "@/lib/platform/rate-limit";
import { parseInput } from "@/lib/platform/to-error-dto";
import { deleteAccessRequest, insertAccessRequest, listAccessRequestRows } from "./access-request-repository";
import { accessRequestInput, accessRequestReference } from "./member-schema";

/** For a person and what they want: the owners and admins have been told. */
const ONCE_A_DAY: Limit = { name: "access-requests", points: 1, seconds: 24 * 60 * 60 };

const hasItAlready = () =>
  new Refusal("INVALID_INPUT", "Check the marked fields.", { fields: { wants: "You have this already." } });

const ofSame = (requests: AccessRequestDto[], wants: AccessWant) => requests.find((one) => one.wants === wants);

/** One's own requests that wait. Needs no right: it is about oneself. */
export function listOwnAccessRequests({ workspaceId, userId }: Member): Promise<AccessRequestDto[]> {
  return listAccessRequestRows(workspaceId, userId);
}

/**
 * *Request access*: tells the owners and admins who wants what. One that waits already is returned as it is, and nobody
 * is told again; each is told once a day at the most, also where it was taken back or put away meanwhile.
 */
export async function requestAccess(actor: Member, input: unknown): Promise<AccessRequestDto> {
  authorize(actor, "access:request");
  const { wants, note = "" } = parseInput(accessRequestInput, input);
  if (hasAccess(actor.role, wants)) throw hasItAlready();
  const waiting = ofSame(await listOwnAccessRequests(actor), wants);
  if (waiting) return waiting;
  const seconds = await spend(ONCE_A_DAY, `${actor.workspaceId} ${actor.userId} ${wants}`);
  if (seconds !== undefined) {
    throw new Refusal("TOO_MANY_REQUESTS", "You asked for this within the last day. You can ask again later.", {
      retryAfterSeconds: seconds,
    });
  }
  const inserted = await insertAccessRequest(actor, { wants, note });
  if (inserted === "no-member") throw notFound("workspace");
  if (inserted === "has-it") throw hasItAlready();
  const made = ofSame(await listOwnAccessRequests(actor), wants);
  if (!made) throw notFound("access request");
  return made;
}

/** Takes one's own request back: nobody reads of it any more. */
export async function withdrawAccessRequest(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "access:request");
  const { requestId } = parseInput(accessRequestReference, input);
  if (!(await deleteAccessRequest(actor, requestId, "withdrawn"))) throw notFound("access request");
}

/** The requests of the workspace that wait, newest first. */
export function listAccessRequests(actor: Member): Promise<AccessRequestDto[]> {
  authorize(actor, "access:answer");
  return listAccessRequestRows(actor.workspaceId);
}

/** Puts one away without giving what it asks for. Whoever gives it changes the role, which ends it too. */
export async function dismissAccessRequest(actor: Member, input: unknown): Promise<void> {
  authorize(actor, "access:answer");
  const { requestId } = parseInput(accessRequestReference, input);
  if (!(await deleteAccessRequest(actor, requestId, "dismissed"))) throw notFound("access request");
}
