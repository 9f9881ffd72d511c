const LIMIT_SECONDS = 300;

/**
 * How long a stop goes on answering requests, not ready, before the server takes no more: long enough for whoever
 * spreads requests to see it.
 * @param {string | undefined} seconds @returns {number} milliseconds
 */
export function drainMs(seconds) {
  const number = Number(seconds || 0);
  if (Number.isNaN(number) || number < 0 || number > LIMIT_SECONDS) {
    throw Object.assign(new Error(`DRAIN_SECONDS must be a number from 0 to ${LIMIT_SECONDS}.`), {
      name: "StartupError",
    });
  }
  return number * 1000;
}
