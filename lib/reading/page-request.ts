import type { Endpoint, ParameterValues } from "@/lib/connectors/connector";
import { type ReadRequest, readRequest } from "@/lib/connectors/read-request";
import type { Paging } from "@/lib/connectors/reading";
import type { Cursor, Position } from "./cursor";
import type { Part } from "./parts";
import { timeText } from "./time-text";

const pageSize = (paging: Paging) => ("size" in paging ? paging.size : undefined);

/** The parameters that lead to a position. */
function leading({ reading: { paging, range } }: Endpoint, part: Part, at: Position): ParameterValues {
  const skip = paging.kind === "offset" && "skip" in at && at.skip > 0 ? { [paging.parameter]: at.skip } : {};
  if (at.kind === "keyset" && range) {
    const after = Math.max(part.from ?? Number.NEGATIVE_INFINITY, at.after ?? Number.NEGATIVE_INFINITY);
    return { ...skip, ...(Number.isFinite(after) ? { [range.after]: timeText(after, range.unit) } : {}) };
  }
  if (paging.kind === "page" && at.kind === "page") return { [paging.parameter]: at.number };
  if (paging.kind === "token" && at.kind === "token" && at.token !== null) return { [paging.parameter]: at.token };
  return skip;
}

/** The request for the page at the cursor's position, with so many records. */
export function pageRequest(
  endpoint: Endpoint,
  given: ParameterValues,
  part: Part,
  cursor: Cursor,
  size: number,
): ReadRequest {
  const { paging } = endpoint.reading;
  if (cursor.at.kind === "link" && cursor.at.target !== null)
    return { method: endpoint.method, target: cursor.at.target };
  const sized = pageSize(paging);
  const isBehind = paging.kind === "token" && paging.alone && cursor.at.kind === "token" && cursor.at.token !== null;
  return readRequest(endpoint, isBehind ? {} : given, {
    ...(isBehind ? {} : part.parameters),
    ...leading(endpoint, part, cursor.at),
    ...(sized ? { [sized.parameter]: size } : {}),
    ...(paging.counted ? { [paging.counted]: cursor.page === null } : {}),
  });
}

/** The largest and the smallest size of a page; one number where it may not change while the read runs. */
export function pageSizes(paging: Paging): { largest: number; smallest: number } {
  const size = pageSize(paging);
  if (!size) return { largest: 0, smallest: 0 };
  // Pages that are counted, and links, have their size in what is asked next: another one would move every boundary.
  const isFixed = paging.kind === "page" || paging.kind === "link";
  return { largest: size.default, smallest: isFixed ? size.default : size.min };
}
