import { checkReady } from "@/lib/platform/check-ready";

/** Ready: the database and the keys are usable. */
export async function GET(): Promise<Response> {
  const ready = await checkReady();
  const body = { status: ready ? "ready" : "not ready" };
  return Response.json(body, { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } });
}
