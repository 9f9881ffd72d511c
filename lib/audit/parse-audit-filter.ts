import { type AuditFilter, auditFilter, auditFilterNames } from "./audit-schema";

/** The filter of a page's address. What makes no sense there is left out, and the form beside shows that. */
export function parseAuditFilter(query: Record<string, unknown>): AuditFilter {
  const given = auditFilterNames.map((name) => [name, auditFilter.shape[name].safeParse(query[name]).data] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ""));
}
