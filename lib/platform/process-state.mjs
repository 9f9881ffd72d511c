// @ts-check

/**
 * All state of this process. The build has each module up to three times (routes, actions, instrumentation), and
 * serve.mjs loads some once more: a variable of a module is one of each copy, and what is counted in it is counted
 * wrong. So no other module keeps state; a test of the sources sees to it.
 *
 * @typedef {"doors" | "worker" | "database"} Phase
 * @typedef {{ phase: Phase, end: () => Promise<void> | void }} Ending
 * @typedef {{ kept: Map<string, unknown>, endings: Ending[] }} ProcessState
 */

/** In this order: nobody new comes in, then what runs by itself ends, then what both needed. @type {readonly Phase[]} */
const PHASES = ["doors", "worker", "database"];

/** @returns {ProcessState} */
function state() {
  const store = /** @type {{ latchkey?: ProcessState }} */ (globalThis);
  store.latchkey ??= { kept: new Map(), endings: [] };
  return store.latchkey;
}

/**
 * What this process has one of, made by whoever asks for it first. A name belongs to one place in the sources.
 * @template T @param {string} name @param {() => T} make @returns {T}
 */
export function once(name, make) {
  const { kept } = state();
  if (!kept.has(name)) kept.set(name, make());
  return /** @type {T} */ (kept.get(name));
}

/** Has it made anew when it is next asked for. @param {string} name */
export function forget(name) {
  state().kept.delete(name);
}

/** For tests: remembers as little as a process that begins. What has to be ended still is. */
export function forgetAll() {
  state().kept.clear();
}

/** Notes what has to be done before the process ends. @param {Phase} phase @param {Ending["end"]} end */
export function onShutdown(phase, end) {
  state().endings.push({ phase, end });
}

/** Ends everything, phase by phase, also where one of them fails. Rejects with the first failure. */
export async function shutDown() {
  const results = [];
  for (const phase of PHASES) {
    const { endings } = state();
    // Looked at now: what an earlier phase still opened has to end too.
    const now = endings.filter((ending) => ending.phase === phase);
    state().endings = endings.filter((ending) => ending.phase !== phase);
    results.push(...(await Promise.allSettled(now.map(async ({ end }) => end()))));
  }
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
