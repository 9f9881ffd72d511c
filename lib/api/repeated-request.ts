import "server-only";
import { createHmac } from "node:crypto";
import type { Principal } from "@/lib/auth/actor";
import { Refusal } from "@/lib/platform/errors";
import { fingerprintKey } from "@/lib/platform/fingerprint-key";
import {
  beginRequest,
  endRequest,
  forgetRequest,
  type KnownRequest,
  type RunningRequest,
  releaseRequest,
  type WhatFor,
} from "@/lib/platform/known-request-repository";
import { describeError, log } from "@/lib/platform/log";
import { isOwn } from "@/lib/platform/own-error";
import type { ApiOperation, Call } from "./operation";

/** A request that takes longer has lost its server. */
const LOST_MS = 60_000;
/** Of draft-ietf-httpapi-idempotency-key-header: a string of structured fields; many send it without its quotes. */
const KEY = /^"([\x20-\x21\x23-\x5B\x5D-\x7E]{1,255})"$|^([\x21\x23-\x5B\x5D-\x7E]{1,255})$/;

/** The key of a request that should be carried out once; undefined where it has none. Throws a refusal. */
export function readIdempotencyKey(headers: Headers): string | undefined {
  const shown = headers.get("idempotency-key");
  if (shown === null) return undefined;
  const [, quoted, plain] = (shown.length <= 300 && KEY.exec(shown.trim())) || [];
  const key = quoted ?? plain;
  if (key !== undefined) return key;
  throw new Refusal("INVALID_INPUT", "The Idempotency-Key must have 1 to 255 visible characters.");
}

const hash = (parts: readonly unknown[]) =>
  createHmac("sha256", fingerprintKey()).update(JSON.stringify(parts)).digest("base64url");

type Asked = { operation: ApiOperation; call: Call<Principal>; key: string };
type Work = (formId: string) => Promise<unknown>;

/** The thing that an earlier request made. */
function findMade({ operation: { makes }, call }: Asked, known: KnownRequest, request: WhatFor, lost: Date) {
  if (known.operation !== request.operation || known.bodyHash !== request.bodyHash) {
    const message = "This Idempotency-Key was used for another request. Use a new one for each thing you create.";
    throw new Refusal("IDEMPOTENCY_KEY_REUSED", message);
  }
  if (known.subjectId !== null) return makes?.again(call as never, known.subjectId);
  if (known.startedAt < lost) {
    const message =
      "The first request with this Idempotency-Key was cut off. Check whether it created something; if not, use a new key.";
    throw new Refusal("IDEMPOTENCY_KEY_REUSED", message);
  }
  const message = "The first request with this Idempotency-Key is still running.";
  throw new Refusal("STILL_RUNNING", message, { retryAfterSeconds: 1 });
}

/** What was refused made nothing. Of anything else nobody knows: the database may have stored it and not said so. */
async function letGo(running: RunningRequest, error: unknown): Promise<void> {
  const letting = isOwn(error, Refusal) ? forgetRequest(running) : releaseRequest(running);
  await letting.catch((failure: unknown) =>
    log.error({ error: describeError(failure) }, "a request that failed could not be let go of"),
  );
}

/**
 * Carries out what makes something, once for each key. A request that was refused made nothing, and is carried out
 * again; so is one whose server died, where the use case finds by its form what it made then.
 * @returns what was made as it is now, without what is shown once, and whether an earlier request made it
 */
export async function carryOutOnce(asked: Asked, work: Work): Promise<{ answer: unknown; isReplayed: boolean }> {
  const { operation, call, key } = asked;
  const { workspaceId, userId: actorId } = call.actor;
  const request = { operation: operation.id, bodyHash: hash([operation.id, call.body]) };
  const now = new Date();
  const lost = new Date(now.getTime() - LOST_MS);
  const named = { workspaceId, actorId, key, ...request, formId: call.formId };
  // Another than these is never taken over: nobody could say whether it made something.
  const begun = await beginRequest(named, now, operation.makes?.isFoundByForm ? lost : new Date(0));
  if ("subjectId" in begun) return { answer: await findMade(asked, begun, request, lost), isReplayed: true };
  try {
    const answer = await work(begun.formId);
    await endRequest(begun, operation.makes?.idOf(answer as never) ?? "");
    return { answer, isReplayed: false };
  } catch (error) {
    await letGo(begun, error);
    throw error;
  }
}
