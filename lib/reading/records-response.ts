import "server-only";
import { originOf } from "@/lib/auth/origin-of";
import { serverProcess } from "@/lib/platform/server-process.mjs";
import { toRefusal } from "@/lib/platform/to-error-dto";
import { requireReadable } from "./open-source";
import { type RecordsPage, readRecordsPage } from "./read-records-page";
import type { Reader } from "./still-may-read";
import { type RecordsStream, streamRecords } from "./stream-records";

export const NDJSON = "application/x-ndjson";
const LINES = /\bapplication\/(x-ndjson|ndjson|jsonl|x-jsonlines)\b/i;

/** Which of both forms is wanted: a line for each record, or a page. */
export const wantsLines = (headers: Headers): boolean => LINES.test(headers.get("accept") ?? "");

/** A proxy that collects what comes would let the provider be asked far ahead of a slow reader. */
const NOT_KEPT = { "cache-control": "no-store", vary: "accept", "x-accel-buffering": "no" };

function pageResponse(request: Request, id: string, { readId, records, next, resume }: RecordsPage): Response {
  const link = new URL(`/api/v1/data-sources/${encodeURIComponent(id)}/records`, originOf(request));
  const limit = new URL(request.url).searchParams.get("limit");
  if (next !== undefined) link.searchParams.set("cursor", next);
  // A client that follows it drops what else it asked for.
  if (limit !== null) link.searchParams.set("limit", limit);
  const rest = JSON.stringify({
    next: next === undefined ? null : link.href,
    resume: resume?.toISOString() ?? null,
    read: readId,
  });
  // The records as they came: parsing and printing would change long numbers and keys that stand twice.
  return new Response(`{"data":[${records.join(",")}],${rest.slice(1)}`, {
    headers: {
      ...NOT_KEPT,
      "content-type": "application/json",
      "latchkey-read-id": readId,
      ...(next === undefined ? {} : { link: `<${link.href}>; rel="next"` }),
    },
  });
}

/** A page is asked for when the one before was taken; an error breaks the connection, and no client takes it for the end. */
function streamResponse({ readId, lines }: RecordsStream, signal: AbortSignal, hangUp: () => void): Response {
  const encoder = new TextEncoder();
  const clientIsReady = serverProcess.currentRequest?.getStore()?.clientIsReady;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          // The system takes megabytes from us before it says that the client takes nothing.
          await clientIsReady?.(signal);
          const { value, done } = await lines.next();
          // Whoever hung up takes neither an end nor an error any more.
          if (signal.aborted) return;
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          const refusal = toRefusal(error);
          if (!signal.aborted) controller.error(refusal);
        }
      },
      async cancel() {
        hangUp();
        await lines.return();
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, { headers: { ...NOT_KEPT, "content-type": NDJSON, "latchkey-read-id": readId } });
}

/** Answers with a data source's records, in the form that the client accepts. */
export async function recordsResponse(reader: Reader, request: Request, id: string): Promise<Response> {
  const { searchParams } = new URL(request.url);
  if (!wantsLines(request.headers)) {
    return pageResponse(request, id, await readRecordsPage(reader, id, searchParams, request.signal));
  }
  const hangUp = new AbortController();
  const signal = AbortSignal.any([request.signal, hangUp.signal]);
  return streamResponse(await streamRecords(reader, id, searchParams, signal), signal, () => hangUp.abort());
}

/** What `GET` would answer with, without asking anybody: programs look before they read. */
export async function recordsHead(reader: Reader, { headers }: Request, id: string): Promise<Response> {
  await requireReadable(reader, id);
  const type = wantsLines(headers) ? NDJSON : "application/json";
  return new Response(null, { headers: { ...NOT_KEPT, "content-type": type } });
}
