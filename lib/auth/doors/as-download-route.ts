import "server-only";
import type { Member } from "@/lib/auth/actor";
import { toRefusal } from "@/lib/platform/to-error-dto";
import { answer } from "./as-route";
import { withActor } from "./record-refused";
import { assertSameOrigin } from "./same-origin";

export type Download = { filename: string; contentType: string; chunks: AsyncGenerator<string, void> };

/** Sends pieces as they are asked for: a slow reader slows the work down instead of filling the memory. */
function streamOf(chunks: Download["chunks"]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { value, done } = await chunks.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(value));
        } catch (error) {
          // Breaks the connection: a file that ended here would look whole.
          controller.error(toRefusal(error));
        }
      },
      cancel: async () => void (await chunks.return()),
    },
    { highWaterMark: 1 },
  );
}

/**
 * The frame of a route that answers with a file. It reads, but what it writes down of itself must not be written because
 * of another site's link: so it asks for the same origin, as what changes something does.
 */
export async function asDownloadRoute(
  request: Request,
  work: (actor: Member, query: Record<string, unknown>) => Promise<Download>,
): Promise<Response> {
  let download: Download | undefined;
  const refused = await answer(async () => {
    assertSameOrigin(request.headers);
    const query = Object.fromEntries(new URL(request.url).searchParams.entries());
    download = await withActor(request.headers, (actor) => work(actor, query));
    return { body: null };
  });
  if (!download) return refused;
  return new Response(streamOf(download.chunks), {
    headers: {
      "content-type": download.contentType,
      "content-disposition": `attachment; filename="${download.filename}"`,
      "cache-control": "no-store",
    },
  });
}
