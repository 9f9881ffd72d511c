import "server-only";
import { toRefusal } from "@/lib/platform/to-error-dto";

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

/** A file, for a browser to keep. */
export function downloadResponse({ filename, contentType, chunks }: Download): Response {
  return new Response(streamOf(chunks), {
    headers: { "content-type": contentType, "content-disposition": `attachment; filename="${filename}"` },
  });
}
