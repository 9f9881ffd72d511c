import { exportAuditEvents } from "@/lib/audit/export-audit-events";
import { asDownloadRoute } from "@/lib/auth/doors/as-download-route";

/** The audit trail as a file: `?format=csv|json&person=&credential=&action=&from=&to=`. */
export function GET(request: Request): Promise<Response> {
  return asDownloadRoute(request, (actor, query) => exportAuditEvents(actor, query));
}
