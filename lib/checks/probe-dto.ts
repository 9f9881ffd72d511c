import type { VerificationOutcome } from "./verification-dto";

/** Whether values that are accepted may read something; unclear where the answer could mean more than one thing. */
export type ProbeResult = "may-read" | "may-not-read" | "unclear";

export type ProbeDto = {
  id: string;
  /** What it is that was to be read, for example "contacts". */
  reads: string;
  result: ProbeResult;
  /** What the provider's answer was. */
  outcome: VerificationOutcome;
  /** One sentence: what was found. */
  message: string;
};

export type ProbesDto = { probes: ProbeDto[] };
