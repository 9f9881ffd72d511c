import "server-only";
import { type ChainedEvent, hashOf, NO_HASH } from "./audit-chain";
import type { TrailFlaw, TrailVerdict } from "./audit-dto";
import { findHead, findStray, readChain } from "./trail-repository";

/** Events read at once: memory stays the same however long the trail is. */
const PAGE = 1000;

/** A number and hash noted earlier and elsewhere, for example from the result of an earlier verification. */
export type NotedEvent = { seq: number; hash: string };

type Last = { seq: bigint; hash: string };

function flawOf(event: ChainedEvent, last: Last): TrailFlaw | undefined {
  if (event.seq !== last.seq + 1n) return "missing";
  if (event.previousHash !== last.hash) return "unlinked";
  return hashOf(event) === event.hash ? undefined : "changed";
}

/**
 * Walks the trail of a workspace from its first event and names the first that does not hold. Events that are written
 * meanwhile are left for the next time.
 */
export async function checkChain(workspaceId: string, noted?: NotedEvent): Promise<TrailVerdict> {
  const broken = (flaw: TrailFlaw, seq: bigint, event?: ChainedEvent): TrailVerdict => ({
    intact: false,
    flaw,
    seq: Number(seq),
    // The gap itself has no event, and so no time.
    ...(event && flaw !== "missing" ? { at: event.at.toISOString() } : {}),
  });
  const head = await findHead(workspaceId);
  let last: Last = { seq: 0n, hash: NO_HASH };
  for (let page: ChainedEvent[]; head && last.seq < head.seq; ) {
    page = await readChain(workspaceId, { after: last.seq, until: head.seq, take: PAGE });
    for (const event of page) {
      const flaw = flawOf(event, last);
      if (flaw) return broken(flaw, flaw === "missing" ? last.seq + 1n : event.seq, event);
      if (noted && BigInt(noted.seq) === event.seq && noted.hash !== event.hash)
        return broken("rewritten", event.seq, event);
      last = event;
    }
    if (page.length === 0) return broken("cut-off", last.seq + 1n);
  }
  if (head && head.hash !== last.hash) return broken("cut-off", head.seq);
  const stray = await findStray(workspaceId);
  if (stray !== undefined) return broken("added", stray);
  if (noted && BigInt(noted.seq) > last.seq) return broken("cut-off", last.seq + 1n);
  return { intact: true, events: Number(last.seq), hash: last.hash };
}
