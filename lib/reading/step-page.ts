import type { Position } from "./cursor";
import type { Stop } from "./read-dto";
import type { TakenPage } from "./taken-page";

/** What a page comes to: those of its records that are new, how many were known, and where to go on, or where it ended. */
export type Step = { records: readonly string[]; known: number; at: Position; isEnd: boolean } | { stop: Stop };

/** A link as what is asked of the same origin; undefined where it leads to another. */
function ownTarget(link: string, asked: string, origin: string): string | undefined {
  const base = new URL(asked, origin);
  const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
  return url?.origin === base.origin ? url.pathname + url.search : undefined;
}

function nextPosition(at: Position, page: TakenPage, origin: string, asked: string): Step {
  const step = (next: Position | null): Step => ({ records: page.records, known: 0, at: next ?? at, isEnd: !next });
  const { next, records } = page;
  switch (at.kind) {
    case "offset":
      return step(records.length === 0 ? null : { kind: "offset", skip: at.skip + records.length });
    case "page":
      return step(records.length === 0 ? null : { kind: "page", number: at.number + 1 });
    case "token":
      if (next === at.token) return { stop: { reason: "repeated" } };
      return step(next === undefined ? null : { kind: "token", token: next });
    case "link": {
      if (next === undefined) return step(null);
      const target = ownTarget(next, asked, origin);
      if (target === undefined) return { stop: { reason: "led-away" } };
      return target === at.target ? { stop: { reason: "repeated" } } : step({ kind: "link", target });
    }
    default:
      return step(null);
  }
}

/** The step behind a page of each way of paging that knows no times. It ends on the provider's word or on nothing. */
export function stepPage(at: Position, page: TakenPage, origin: string, asked: string): Step {
  if (page.more === false) return { records: page.records, known: 0, at, isEnd: true };
  return nextPosition(at, page, origin, asked);
}
