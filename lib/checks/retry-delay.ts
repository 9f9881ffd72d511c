import type { VerificationCall } from "@/lib/connectors/verification-call";
import type { Judgement } from "./judge-answer";

/** A person would rather be told than wait longer than this, in milliseconds. */
const LONGEST_WAIT_MS = 3000;
/** The connection broke under way: the next one may hold. One that was refused will be refused again. */
const BROKE: ReadonlySet<string> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

/**
 * Milliseconds to wait before a second and last try, with jitter; undefined where it cannot help. Only a reading call
 * is repeated, and a wait that the provider asks for is kept exactly or not begun.
 */
export function retryDelay(
  { method }: Pick<VerificationCall, "method">,
  judgement: Judgement,
  random = Math.random,
): number | undefined {
  const { outcome, code, retryAfterSeconds } = judgement;
  if (method !== "GET") return undefined;
  const mayNameWait = outcome === "rate-limited" || outcome === "provider-error";
  if (mayNameWait && retryAfterSeconds !== undefined) {
    const asked = retryAfterSeconds * 1000 + random() * 250;
    return asked <= LONGEST_WAIT_MS ? asked : undefined;
  }
  if (outcome === "rate-limited") return 1000 + random() * 1000;
  const mayHelp = outcome === "provider-error" || (outcome === "unreachable" && code !== undefined && BROKE.has(code));
  return mayHelp ? 200 + random() * 400 : undefined;
}
