// Next says on the console what failed, in the error's own words and over many lines. Those words may repeat what a
// person typed, and a line break in them could look like a line of its own. So they become lines of the log.

/** No text of the framework is longer than this; whatever is was put together from something else. */
const MAX_TEXT = 300;

/** Next's words for the call of an action from another site. Whoever sends one must not be able to call the operator. */
const REFUSED = /from a forwarded Server Actions request\. Aborting the action\.$/;

/** @param {unknown} part */
function describe(part) {
  if (!(part instanceof Error))
    return typeof part === "string" ? part.split("\n", 1)[0]?.slice(0, MAX_TEXT) : typeof part;
  const { code } = /** @type {{ code?: unknown }} */ (part);
  return [part.name, ...(typeof code === "string" ? [code] : [])].join(" ");
}

/**
 * Makes `console.error` and `console.warn` write one JSON object a line, with an error's name and code and without its
 * message. An error that has a digest is left out: instrumentation.ts logs it, once.
 * @param {Pick<Console, "error" | "warn">} target @param {(line: string) => void} write
 */
export function quietConsole(target, write) {
  /** @param {number} level */
  const replace =
    (level) =>
    (/** @type {unknown[]} */ ...parts) => {
      if (parts.some((part) => part instanceof Error && "digest" in part)) return;
      const msg = parts.map(describe).join(" ");
      const isRefused = typeof parts[0] === "string" && REFUSED.test(parts[0]);
      write(`${JSON.stringify({ level: isRefused ? 40 : level, time: Date.now(), app: "latchkey", msg })}\n`);
    };
  Object.assign(target, { error: replace(50), warn: replace(40) });
}
