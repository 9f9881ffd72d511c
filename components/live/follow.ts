import type { PushedUnread } from "@/components/ui/unread-context";
import type { LiveKind, LiveNews } from "@/lib/live/live-dto";
import { keepFresh } from "./keep-fresh";
import { lead } from "./lead";

/** Of the lock that one tab of a browser holds, and of the channel by which it tells the others. */
const NAME = "latchkey-live";
/** What one tab tells the others that heard nothing for a while, either. */
const MISSED = "missed";
/** A browser of which nothing is seen for so long hears nothing; the page is fetched anew when it is seen again. */
const UNSEEN_MS = 30_000;
/** A stream that opens later than this after the page missed something, or another tab had it before. */
const AT_ONCE_MS = 5000;

const OF_CREDENTIALS: readonly LiveKind[] = ["credentials", "data-sources"];
/** What each screen shows. Another one is what it was when it was opened: a form, or the trail. */
const SHOWN: readonly [path: RegExp, kinds: readonly LiveKind[]][] = [
  [/^\/overview\b/, [...OF_CREDENTIALS, "members", "notices"]],
  [/^\/(credentials|data-sources)\b/, OF_CREDENTIALS],
  [/^\/members\b/, ["members"]],
  [/^\/notices\b/, ["notices"]],
];

const isShown = (kinds: readonly LiveKind[], path: string) =>
  SHOWN.some(([pattern, shown]) => pattern.test(path) && kinds.some((kind) => shown.includes(kind)));

type Following = {
  workspaceId: string;
  /** Fetches the page anew. */
  refresh: () => void;
  onUnread: (pushed: PushedUnread) => void;
  /** The page is gone, or is one of another workspace. */
  signal: AbortSignal;
};

/**
 * Keeps a page as it is now. One tab of a browser has a stream of news, while any of them is seen, and tells the others;
 * where the browser cannot agree on one (it has no locks without https), a page is fetched anew when one comes back.
 */
export function follow({ workspaceId, refresh, onUnread, signal }: Following): void {
  if (signal.aborted) return;
  const { changed } = keepFresh(refresh, signal);
  if (!("locks" in navigator)) return;
  const startedAt = performance.now();
  const others = new BroadcastChannel(NAME);
  const onNews = (news: LiveNews) => {
    if (news.workspaceId !== workspaceId) return;
    onUnread({ unread: news.unread });
    if (isShown(news.kinds, window.location.pathname)) changed(news.kinds.includes("notices"));
  };
  const onOpen = () => {
    if (performance.now() - startedAt < AT_ONCE_MS) return;
    others.postMessage(MISSED);
    changed(false);
  };
  others.onmessage = ({ data }: MessageEvent<LiveNews | typeof MISSED>) =>
    data === MISSED ? changed(false) : onNews(data);
  const tellAll = (news: LiveNews) => {
    others.postMessage(news);
    onNews(news);
  };

  let turn: AbortController | undefined;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    turn?.abort();
    turn = undefined;
  };
  const onVisibility = () => {
    clearTimeout(leaving);
    if (document.hidden) {
      leaving = setTimeout(leave, UNSEEN_MS);
      return;
    }
    if (turn) return;
    const own = new AbortController();
    turn = own;
    navigator.locks
      .request(NAME, { signal: own.signal }, () => lead(own.signal, { onNews: tellAll, onOpen }))
      // It was no longer waited for.
      .catch(() => undefined);
  };
  document.addEventListener("visibilitychange", onVisibility, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(leaving);
    leave();
    others.close();
  });
  onVisibility();
}
