import { afterEach, expect, it, vi } from "vitest";
import { readEvents } from "./read-events";

const { signal } = new AbortController();
afterEach(() => void vi.unstubAllGlobals());

const answerWith = (response: Response | Error) =>
  vi.stubGlobal("fetch", async () => {
    if (response instanceof Error) throw response;
    return response;
  });
const streamOf = (...chunks: string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });

it("hears each message once, however it is cut on the way, and no sign of life", async () => {
  const [heard, opened] = [vi.fn(), vi.fn()];
  const news = { workspaceId: "w", unread: 2, kinds: ["credentials"] };
  const text = `:\n\ndata: ${JSON.stringify(news)}\n\n:\n\ndata: ${JSON.stringify({ ...news, unread: 3 })}\n\ndata: {"cut`;
  answerWith(new Response(streamOf(text.slice(0, 20), text.slice(20, 60), text.slice(60))));
  expect(await readEvents(signal, { onOpen: opened, onNews: heard })).toBe(0);
  expect(opened).toHaveBeenCalledTimes(1);
  expect(heard.mock.calls).toEqual([[news], [{ ...news, unread: 3 }]]);
});

it.each([
  [new Response(null, { status: 401 }), 60],
  [new Response(null, { status: 429, headers: { "retry-after": "60" } }), 60],
  [new Response(null, { status: 503 }), 0],
  [new TypeError("Failed to fetch"), 0],
])("says how long there is to be no stream: %s", async (response, seconds) => {
  const opened = vi.fn();
  answerWith(response);
  expect(await readEvents(signal, { onOpen: opened, onNews: vi.fn() })).toBe(seconds);
  expect(opened).not.toHaveBeenCalled();
});
