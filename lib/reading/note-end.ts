import "server-only";
import { markDue } from "@/lib/credentials/checks/mark-due-repository";
import { log } from "@/lib/platform/log";
import type { OpenSource } from "./open-source";
import { type Ending, endRead, type ReadRun } from "./read-repository";
import type { RunEnd } from "./run-read";

function endingOf(end: RunEnd): Ending | undefined {
  if (end.kind === "complete") return { state: "COMPLETE", ...(end.resume ? { resume: end.resume } : {}) };
  if (end.kind === "left") return { state: "LEFT" };
  // Its reader comes again with the same cursor.
  if (end.kind === "too-late") return undefined;
  return { state: "FAILED", reason: end.reason, ...(end.behind === undefined ? {} : { behind: end.behind }) };
}

/** Writes down how a run ended. A refusal also has the credential verified soon, so that people are told. */
export async function noteEnd(run: ReadRun, { source }: OpenSource, end: RunEnd & { requests: number }): Promise<void> {
  const ending = endingOf(end);
  if (ending) {
    // Without the record's key, which is the provider's text.
    const { state, reason } = ending;
    const { connectorId, endpointId } = source;
    log.info({ readId: run.id, connectorId, endpointId, state, reason, requests: end.requests }, "read ended");
    await endRead(run, ending, end.requests);
  }
  if (end.kind === "stopped" && end.reason === "refused") await markDue(run.workspaceId, source.credentialId);
}
