import type { Host } from "../host";

const EVERY_MS = 200;

/** How many records there are, on one line of a terminal; nothing where nobody looks. */
export function showProgress({ stderr }: Host, count: () => number): { tick: () => void; clear: () => void } {
  if (!stderr.isTTY) return { tick: () => undefined, clear: () => undefined };
  const format = new Intl.NumberFormat("en");
  let last = 0;
  return {
    tick: () => {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      stderr.write(`\r\u001b[K${format.format(count())} records`);
    },
    clear: () => void stderr.write("\r\u001b[K"),
  };
}
