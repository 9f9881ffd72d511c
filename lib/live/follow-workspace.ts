import "server-only";
import type { Member } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { Refusal } from "@/lib/platform/errors";
import { serverProcess } from "@/lib/platform/server-process.mjs";
import type { LiveNews } from "./live-dto";
import { findLiveStates } from "./live-repository";
import { addListener, type Listener, listenersNow, removeListener } from "./look-for-news";

/** A browser has one, whatever it has open. */
const MOST_OF_PERSON = 8;
const MOST = 1000;
/** So many messages may wait for a browser that takes none; then it has to come again. */
const WAITING = 16;
const COME_AGAIN_SECONDS = 60;

// No transformation (next.config.js has the same), so that nothing on the way collects it to compress it.
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

function assertRoom(userId: string): void {
  const all = listenersNow();
  const own = [...all].filter((listener) => listener.userId === userId).length;
  if (own >= MOST_OF_PERSON || all.size >= MOST)
    throw new Refusal("TOO_MANY_REQUESTS", "Too many screens are open.", { retryAfterSeconds: COME_AGAIN_SECONDS });
  if (serverProcess.leaving?.aborted) throw new Refusal("UNAVAILABLE", "This server is about to stop.");
}

const messageOf = (news: LiveNews) => `data: ${JSON.stringify(news)}\n\n`;

function openStream(of: Pick<Listener, "userId" | "state">, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let listener: Listener | undefined;
  const leave = () => {
    if (listener) removeListener(listener);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const end = () => {
          leave();
          try {
            controller.close();
          } catch {
            // Whoever hung up was quicker.
          }
        };
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return end();
          controller.enqueue(encoder.encode(text));
          if (listener) listener.toldAt = performance.now();
        };
        listener = {
          ...of,
          toldAt: performance.now(),
          tell: (news) => send(messageOf(news)),
          beat: () => send(":\n\n"),
          end,
        };
        addListener(listener);
        signal.addEventListener("abort", end, { once: true });
        const { workspaceId, unread } = of.state;
        listener.tell({ workspaceId, unread, kinds: [] });
      },
      cancel: leave,
    },
    { highWaterMark: WAITING },
  );
}

/**
 * News of the actor's workspace, for as long as their session, their membership and this server last: a stream that says
 * that something changed, and never what. To listen is no use of a session.
 */
export async function followWorkspace(actor: Member, signal: AbortSignal): Promise<Response> {
  authorize(actor, "notice:list");
  assertRoom(actor.userId);
  const [state] = await findLiveStates([actor.sessionId]);
  if (!state) throw new Refusal("NOT_SIGNED_IN", "Your session has ended. Sign in again.");
  // Looked at again: others came meanwhile.
  assertRoom(actor.userId);
  return new Response(openStream({ userId: actor.userId, state }, signal), { headers: HEADERS });
}
