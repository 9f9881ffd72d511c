import type { VerificationStatus } from "@/lib/checks/verification-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import type { Posted } from "./post-check";
import { aboutStored, type Question } from "./question";

/** What verifying one of several came to. */
export type VerifiedOne = {
  /** Absent where nobody was asked. */
  status?: VerificationStatus;
  message: string;
  /** Accepted, with nothing more to say about it. */
  isPlain?: boolean;
  /** Whether verifying it is done with; else it is worth another try. */
  isDone: boolean;
  /** Whether the others would come to the same, so that going on makes no sense. */
  endsAll?: boolean;
};

/** What is wrong with the credential itself, and not with asking. */
const ITS_OWN: ReadonlySet<ErrorDto["code"]> = new Set<ErrorDto["code"]>(["NOT_FOUND"]);
/** The provider was not asked, or had too much to answer: that says nothing of the credential. */
const NOT_ASKED: ReadonlySet<string> = new Set(["paused", "held-back", "budget-used", "rate-limited", "cancelled"]);

const sleep = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

type Options = {
  ask: (question: Question) => Promise<Posted>;
  /** Ends the waiting; whoever aborts it stops the question too. */
  signal: AbortSignal;
  /** Told before a wait, with its seconds. */
  onWait: (seconds: number) => void;
};

/**
 * Verifies one stored credential. Where Latchkey's own limit refuses it, waits and asks again: a limit loses nothing.
 * Undefined where it was stopped.
 */
export async function verifyOne(id: string, { ask, signal, onWait }: Options): Promise<VerifiedOne | undefined> {
  for (;;) {
    const posted = await ask(aboutStored(id));
    if ("stopped" in posted || signal.aborted) return undefined;
    if ("answer" in posted) {
      const { status, outcome, message, nextStep } = posted.answer;
      if (NOT_ASKED.has(outcome)) return { message: `${message} ${nextStep}`.trim(), isDone: false };
      return { status, message, isPlain: outcome === "accepted", isDone: true };
    }
    const { code, message, retryAfterSeconds = 5 } = posted.error;
    if (code !== "TOO_MANY_CHECKS") return { message, isDone: ITS_OWN.has(code), endsAll: !ITS_OWN.has(code) };
    onWait(retryAfterSeconds);
    await sleep(retryAfterSeconds, signal);
    if (signal.aborted) return undefined;
  }
}
