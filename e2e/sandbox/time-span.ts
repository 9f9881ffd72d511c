/** Whether what lies exactly at an end of a span belongs to it. Clari's document does not say. */
export type Boundary = "inclusive" | "exclusive";

/** Milliseconds since 1970, or another number; an end that is undefined is open. */
export type Span = { from: number | undefined; to: number | undefined };

export function isBeforeSpan(value: number, { from }: Span, boundary: Boundary): boolean {
  return from !== undefined && (boundary === "inclusive" ? value < from : value <= from);
}

/** Whether it is not behind the span; it may be before it. */
export function isUpToEnd(value: number, { to }: Span, boundary: Boundary): boolean {
  return to === undefined || (boundary === "inclusive" ? value <= to : value < to);
}

/** What has no value is in an open span only. */
export function isWithin(value: number | undefined, span: Span, boundary: Boundary = "inclusive"): boolean {
  if (span.from === undefined && span.to === undefined) return true;
  return value !== undefined && !isBeforeSpan(value, span, boundary) && isUpToEnd(value, span, boundary);
}
