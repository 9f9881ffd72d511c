import type { ReadRequest } from "@/lib/connectors/read-request";
import type { Reading } from "@/lib/connectors/reading";
import { type Failed, judgePage } from "./judge-page";
import { pageSizes } from "./page-request";
import type { PageAnswer, ReadLimits, ReadOptions, Stop } from "./read-dto";
import { emptyPage, type TakenPage, takePage } from "./taken-page";

const LIMITS: ReadLimits = { tries: 5, firstWaitMs: 500, longestWaitMs: 60_000 };

export type Asked = { asked: number; size: number } & ({ page: TakenPage } | { stop: Stop });

/** The page of an answer, or what to do instead. An answer of 200 without records may be one that broke off. */
function understood(reading: Reading, answer: PageAnswer, now: number): { page: TakenPage } | Failed {
  const verdict = judgePage(reading, answer, now);
  if ("reason" in verdict) return verdict;
  if (verdict.act === "ignore") return { page: emptyPage() };
  const page = "text" in answer ? takePage(reading, answer) : undefined;
  return page ? { page } : { act: "retry", reason: "unreadable" };
}

const stopOf = ({ reason, status }: Failed, retryAfterMs?: number): Stop => ({
  reason,
  ...(status === undefined ? {} : { status }),
  ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
});

/**
 * Asks for a page until it comes. One that is too heavy is halved from the same position, down to the smallest; what may
 * pass is waited for, as long as the provider says, or twice as long each time.
 */
export async function askPage(
  reading: Reading,
  request: (size: number) => ReadRequest,
  first: number,
  { fetchPage, wait, now = Date.now, limits }: Pick<ReadOptions, "fetchPage" | "wait" | "now" | "limits">,
): Promise<Asked> {
  const { tries, firstWaitMs, longestWaitMs } = { ...LIMITS, ...limits };
  const { smallest } = pageSizes(reading.paging);
  let size = first;
  let failed = 0;
  for (let asked = 1; ; asked += 1) {
    const found = understood(reading, await fetchPage(request(size)), now());
    if ("page" in found) return { page: found.page, asked, size };
    if (found.act === "smaller" && size > smallest) {
      size = Math.max(smallest, Math.floor(size / 2));
      continue;
    }
    failed += 1;
    const waitMs = found.waitMs ?? Math.min(firstWaitMs * 2 ** (failed - 1), longestWaitMs);
    if (found.act === "stop") return { stop: stopOf(found), asked, size };
    if (waitMs > longestWaitMs || failed >= tries) return { stop: stopOf(found, found.waitMs), asked, size };
    await wait(waitMs);
  }
}
