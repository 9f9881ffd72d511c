// @ts-check
import { once } from "./process-state.mjs";

/**
 * What lib/cli/serve.mjs and instrumentation.ts tell each other.
 *
 * @typedef {{
 *   failedWith?: number,
 *   clientIsReady?: (signal: AbortSignal) => Promise<void>,
 * }} CurrentRequest
 *
 * @typedef {{
 *   prepared?: (failure?: unknown) => void,
 *   currentRequest?: { getStore(): CurrentRequest | undefined },
 *   leaving?: AbortSignal,
 * }} ServerProcess
 */

/**
 * `prepared` is there where lib/cli/serve.mjs waits for it: Next itself would say that it is ready, and answer every
 * request with the failure. `currentRequest` has what serve.mjs keeps about the request that is being answered;
 * `clientIsReady` waits until its client has taken what it was sent.
 * `leaving` is aborted once a stop was asked for: it still answers, and whoever spreads requests should look elsewhere.
 */
export const serverProcess = once("server", () => /** @type {ServerProcess} */ ({}));
