const LINE_FEED = 10;

/** How many lines end in these bytes. */
export function countLines(chunk: Uint8Array): number {
  let lines = 0;
  for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}

/** Cuts bytes into lines, and keeps what is not a whole one yet. */
export class LineSplitter {
  #rest: Uint8Array[] = [];

  get isEmpty(): boolean {
    return this.#rest.length === 0;
  }

  forget(): void {
    this.#rest = [];
  }

  /** The lines that are whole now. */
  split(chunk: Uint8Array): string[] {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end === -1) {
      if (chunk.length > 0) this.#rest.push(chunk);
      return [];
    }
    const whole = Buffer.concat([...this.#rest, chunk.subarray(0, end)]);
    this.#rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    return whole.toString("utf8").split("\n");
  }
}
