import { HEARTBEAT_SECONDS, LIVE_PATH, type LiveNews } from "@/lib/live/live-dto";

/** A stream that says nothing for longer is dead, whatever the connection says. */
const SILENT_MS = 3 * HEARTBEAT_SECONDS * 1000;

/** Who is not signed in may be later, in another tab. */
const SIGNED_OUT_SECONDS = 60;

type Hearing = { onOpen: () => void; onNews: (news: LiveNews) => void };

async function readLines(body: ReadableStream<Uint8Array>, onNews: Hearing["onNews"]): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (;;) {
    const silence = setTimeout(() => void reader.cancel().catch(() => undefined), SILENT_MS);
    const { value, done } = await reader.read().finally(() => clearTimeout(silence));
    if (done) return;
    const messages = (text + decoder.decode(value, { stream: true })).split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) {
      // What is no data is a sign of life.
      if (message.startsWith("data: ")) onNews(JSON.parse(message.slice("data: ".length)));
    }
  }
}

/**
 * Reads server-sent events until the stream ends, however it does, and returns how many seconds it should not be tried
 * again for. By `fetch`: the browser's own `EventSource` does not say why it was refused, and gives up where it should not.
 */
export async function readEvents(signal: AbortSignal, { onOpen, onNews }: Hearing): Promise<number> {
  try {
    const answer = await fetch(LIVE_PATH, { cache: "no-store", headers: { accept: "text/event-stream" }, signal });
    if (answer.status === 401) return SIGNED_OUT_SECONDS;
    if (!answer.ok || !answer.body) return Number(answer.headers.get("retry-after") ?? 0);
    onOpen();
    await readLines(answer.body, onNews);
  } catch {
    // The network, or a server that stops: it is tried again.
  }
  return 0;
}
