import type { Connector } from "@/lib/connectors/connector";
import type { Judgement } from "./judge-answer";
import type { VerificationOutcome, VerificationResult, VerificationStatus } from "./verification-dto";

type Words = Pick<VerificationResult, "message" | "causes" | "nextStep">;
type Row = { status: VerificationStatus; words: (connector: Connector, judgement: Judgement) => Words };

const SAVE_OR_RETRY = "Try again in a moment, or save without verifying and verify later.";

/** The one table of what each outcome leads to and how it reads. */
const table: Record<VerificationOutcome, Row> = {
  accepted: {
    status: "VERIFIED",
    words: ({ name, authentication: { noun } }) => ({
      message: `${name} accepted this ${noun}.`,
      causes: [],
      nextStep: "",
    }),
  },
  refused: {
    status: "FAILED",
    words: ({ name, authentication: { noun, refusal } }) => ({
      message: `${name} did not accept this ${noun}.`,
      causes: [...refusal.causes],
      nextStep: refusal.nextStep,
    }),
  },
  "rate-limited": {
    status: "UNVERIFIED",
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `${name} limits how often it may be asked, and would not answer now.`,
      causes: ["Other consumers of this workspace use up its request limit."],
      nextStep: retryAfterSeconds
        ? `Try again in ${retryAfterSeconds} seconds, or save without verifying.`
        : "Try again in a minute, or save without verifying.",
    }),
  },
  "provider-error": {
    status: "UNVERIFIED",
    words: ({ name }, { httpStatus }) => ({
      message: `${name} has a problem of its own (status ${httpStatus}), so nothing is known about these values.`,
      causes: [`${name} is down or overloaded.`],
      nextStep: SAVE_OR_RETRY,
    }),
  },
  "timed-out": {
    status: "UNVERIFIED",
    words: ({ name }) => ({
      message: `${name} did not answer in 10 seconds.`,
      causes: [`${name} is slow or down.`, "A firewall between this server and the provider drops the connection."],
      nextStep: SAVE_OR_RETRY,
    }),
  },
  "name-not-found": {
    status: "UNVERIFIED",
    words: ({ name }) => ({
      message: `The address of ${name} could not be found.`,
      causes: ["This server has no working name service (DNS), or no way to the internet."],
      nextStep: "Ask the operator of this server to check its network. You can save without verifying.",
    }),
  },
  unreachable: {
    status: "UNVERIFIED",
    words: ({ name }) => ({
      message: `This server cannot reach ${name}.`,
      causes: [`${name} is down.`, "A firewall or proxy refuses the connection."],
      nextStep: SAVE_OR_RETRY,
    }),
  },
  "insecure-connection": {
    status: "UNVERIFIED",
    words: ({ name }, { code }) => ({
      message: `A secure connection to ${name} could not be made (${code}), so the values were not sent.`,
      causes: ["A proxy between this server and the provider intercepts connections.", "The server's clock is wrong."],
      nextStep: "Ask the operator of this server to look into it before you try again.",
    }),
  },
  redirected: {
    status: "UNVERIFIED",
    words: ({ name }) => ({
      message: `${name} answered with a redirect, which was not followed: the values go to ${name} only.`,
      causes: ["A proxy or a sign-in page stands between this server and the provider."],
      nextStep: "Ask the operator of this server to allow direct access. You can save without verifying.",
    }),
  },
  "unexpected-answer": {
    status: "UNVERIFIED",
    words: ({ name }) => ({
      message: `Something answered, but not as ${name} does.`,
      causes: ["A proxy or a captive portal stands between this server and the provider.", `${name} changed its API.`],
      nextStep: SAVE_OR_RETRY,
    }),
  },
};

/** What a person reads of a judgement. Nothing of the provider's own text is in it. */
export function describeJudgement(connector: Connector, judgement: Judgement, durationMs: number): VerificationResult {
  const { status, words } = table[judgement.outcome];
  const { outcome, httpStatus, code, retryAfterSeconds } = judgement;
  return {
    status,
    outcome,
    ...words(connector, judgement),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    diagnostic: {
      ...(httpStatus === undefined ? {} : { httpStatus }),
      ...(code === undefined ? {} : { code }),
      durationMs: Math.round(durationMs),
      checkedAt: new Date().toISOString(),
    },
  };
}
