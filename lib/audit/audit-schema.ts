import * as z from "zod/mini";
import { limitedText } from "@/lib/platform/text-schema";
import { withoutEmpty } from "@/lib/platform/without-empty";

const id = limitedText("Not an id.", 64).check(z.regex(/^[A-Za-z0-9_:.-]{1,64}$/, "Not an id."));
/** A database has no year 0. */
const isKept = z.regex(/^(?!0000)/, "Not a day.");
const moment = z.union(
  [
    limitedText("Not a day.", 10).check(z.iso.date("Not a day."), isKept),
    limitedText("Not a moment.", 40).check(z.iso.datetime("Not a moment."), isKept),
  ],
  "Not a day.",
);

/** What is looked for in the trail; all of it together. The names are those in the address of the page. */
export const auditFilter = z.object({
  /** Id of a member, or `token:…`, `job:…`, or "unknown". */
  person: z.optional(id),
  /** Id of a credential, also of a deleted one. */
  credential: z.optional(id),
  /** `noun.verb` */
  action: z.optional(id),
  /** A day (UTC) or a moment (ISO 8601), included. A day as `to` is included to its end. */
  from: z.optional(moment),
  to: z.optional(moment),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** Whether its last day or moment lies before the first, so that nothing can be between them. */
export function areDaysInverted({ from, to }: AuditFilter): boolean {
  if (from === undefined || to === undefined) return false;
  // A day as `to` is included to its end.
  return Date.parse(from) > Date.parse(to.length > 10 ? to : `${to}T23:59:59.999Z`);
}

export const auditFilterNames = Object.keys(auditFilter.shape) as (keyof AuditFilter)[];

/** The number of the event that a page begins after. */
export const auditCursor = limitedText("Not a cursor.", 15).check(z.regex(/^[1-9][0-9]{0,14}$/));

/** How a trail leaves the app. */
export const auditExportForm = z.object({
  ...auditFilter.shape,
  format: z.enum(["csv", "json"], "Choose csv or json."),
});
export type AuditExportForm = z.infer<typeof auditExportForm>;

/** The filter as an address has it, so that it can be shared. */
export function auditQuery(filter: AuditFilter, more: Record<string, string> = {}): string {
  return new URLSearchParams({ ...(withoutEmpty(filter) as Record<string, string>), ...more }).toString();
}
