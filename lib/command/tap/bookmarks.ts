import type { Json } from "../session/client";

/** How far a stream is. Times are ISO 8601. */
export type Bookmark = {
  /** The data source: a stream of this name may have been another one's. */
  source: string;
  /** What changed since then comes next; absent where everything does. */
  since?: string;
  /** A read that is not over, and how many records of it were put out. */
  read?: string;
  records?: number;
};

/** The state as a target gets it, and hands it back. */
export class Bookmarks {
  readonly #bookmarks: Record<string, Bookmark>;

  constructor(state: Json) {
    const bookmarks = state?.bookmarks ?? state?.value?.bookmarks;
    this.#bookmarks = typeof bookmarks === "object" && bookmarks !== null ? { ...bookmarks } : {};
  }

  /** That of a data source, also where its stream had another name. */
  of(stream: string, source: string): Bookmark | undefined {
    const own = this.#bookmarks[stream];
    if (own?.source === source) return own;
    return Object.values(this.#bookmarks).find((one) => one?.source === source);
  }

  set(stream: string, bookmark: Bookmark): void {
    for (const [name, one] of Object.entries(this.#bookmarks))
      if (name !== stream && one?.source === bookmark.source) delete this.#bookmarks[name];
    this.#bookmarks[stream] = bookmark;
  }

  get message(): object {
    return { type: "STATE", value: { bookmarks: this.#bookmarks } };
  }
}
