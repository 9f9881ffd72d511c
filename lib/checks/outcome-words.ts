import type { Connector } from "@/lib/connectors/connector";
import type { Judgement } from "./judge-answer";
import { type AnswerFlaw, DEADLINE_MS, type VerificationOutcome, type VerificationStatus } from "./verification-dto";

export type Words = { message: string; causes: string[]; nextStep: string };

type Row = {
  /** What a credential becomes by it. `UNVERIFIED` never takes a verified credential's status away. */
  status: VerificationStatus;
  /** A word or two for lists. */
  label: string;
  /** Whether the same values can come to something else when asked again. */
  retryable: boolean;
  /** Whether it is about the values themselves, and so about their fields. */
  concernsFields: boolean;
  words: (connector: Connector, judgement: Judgement) => Words;
};

const RETRY = "Try again in a moment. You can also save without verifying and verify later.";
const OPERATOR = "Ask the operator of this server to look into it. You can save without verifying.";

const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** "in 30 seconds", "in 3 days": rounded up, in the largest unit of which it is two or more. */
function inSeconds(seconds: number | undefined): string {
  if (seconds === undefined) return "in a minute";
  const [unit, size] = UNITS.find(([, length]) => seconds >= 2 * length) ?? ["second", 1];
  const count = Math.ceil(seconds / size);
  return `in ${count} ${unit}${count === 1 ? "" : "s"}`;
}

const flaws: Record<AnswerFlaw, (name: string, judgement: Judgement) => string> = {
  html: () => "It was a web page.",
  empty: () => "It was empty.",
  "not-json": () => "It was not JSON.",
  "wrong-shape": (name) => `It was JSON, but not what ${name} answers.`,
  "cut-short": () => "It ended in the middle, or could not be unpacked.",
  "too-large": (name) => `It was larger than anything ${name} sends.`,
  status: (_, { httpStatus }) => `Its status was ${httpStatus}.`,
};

const tls: Record<string, string> = {
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from an authority that this server does not trust",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate comes from an authority that this server does not trust",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate comes from an authority that this server does not trust",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
};

/** The one table of what each outcome leads to and how it reads. `docs/verification.md` is made from it. */
export const outcomeTable: Record<VerificationOutcome, Row> = {
  accepted: {
    status: "VERIFIED",
    label: "Accepted",
    retryable: false,
    concernsFields: false,
    words: ({ name, authentication: { noun } }) => ({
      message: `${name} accepted this ${noun}.`,
      causes: [],
      nextStep: "",
    }),
  },
  "accepted-with-warning": {
    status: "VERIFIED",
    label: "Accepted with a warning",
    retryable: false,
    concernsFields: false,
    words: ({ name, authentication: { noun }, verification: { emptyMeans } }) => ({
      message: `${name} accepted this ${noun}, but showed nothing to read.`,
      causes: emptyMeans ? [...emptyMeans] : [],
      nextStep: "You can save it. Look into it before a data source depends on it.",
    }),
  },
  refused: {
    status: "FAILED",
    label: "Refused",
    retryable: false,
    concernsFields: true,
    words: ({ name, authentication: { noun, refusal } }) => ({
      message: `${name} did not accept this ${noun}.`,
      causes: [...refusal.causes],
      nextStep: refusal.nextStep,
    }),
  },
  incomplete: {
    status: "FAILED",
    label: "Incomplete",
    retryable: false,
    concernsFields: true,
    words: ({ name, authentication: { noun, fields } }) => ({
      message: `A part of this ${noun} did not reach ${name}.`,
      causes: [
        `${fields.map(({ label }) => label).join(" or ")} is missing or was cut short while copying.`,
        "A proxy between this server and the provider removes a header.",
      ],
      nextStep: `Enter ${fields.length > 1 ? "all values" : "the value"} again, copied afresh from ${name}.`,
    }),
  },
  "rate-limited": {
    status: "UNVERIFIED",
    label: "Rate limited",
    retryable: true,
    concernsFields: false,
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `${name} limits how often it may be asked, and would not answer now.`,
      causes: ["Other consumers of the same workspace use up its request limit."],
      nextStep: `Try again ${inSeconds(retryAfterSeconds)}. You can also save without verifying.`,
    }),
  },
  "provider-error": {
    status: "UNVERIFIED",
    label: "Provider error",
    retryable: true,
    concernsFields: false,
    words: ({ name, authentication: { noun } }, { httpStatus, retryAfterSeconds }) => ({
      message: `${name} has a problem of its own (status ${httpStatus}), so nothing is known about this ${noun}.`,
      causes: [`${name} is down or overloaded.`],
      nextStep:
        retryAfterSeconds === undefined
          ? RETRY
          : `Try again ${inSeconds(retryAfterSeconds)}, as it asks. You can also save without verifying.`,
    }),
  },
  "timed-out": {
    status: "UNVERIFIED",
    label: "Timed out",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `${name} did not answer in ${DEADLINE_MS / 1000} seconds.`,
      causes: [`${name} is slow or down.`, "A firewall between this server and the provider drops the connection."],
      nextStep: RETRY,
    }),
  },
  "name-not-found": {
    status: "UNVERIFIED",
    label: "Address not found",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `The address of ${name} could not be found.`,
      causes: ["This server has no working name service (DNS), or no way to the internet."],
      nextStep: OPERATOR,
    }),
  },
  "private-address": {
    status: "UNVERIFIED",
    label: "Private address",
    retryable: false,
    concernsFields: false,
    words: ({ name }) => ({
      message: `The name of ${name} leads to an address inside a private network, so the values were not sent.`,
      causes: ["The name service (DNS) of this server was changed, or a proxy answers in the provider's name."],
      nextStep: OPERATOR,
    }),
  },
  unreachable: {
    status: "UNVERIFIED",
    label: "Unreachable",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `This server cannot reach ${name}.`,
      causes: [`${name} is down.`, "A firewall or proxy refuses or cuts the connection."],
      nextStep: RETRY,
    }),
  },
  "insecure-connection": {
    status: "UNVERIFIED",
    label: "No secure connection",
    retryable: false,
    concernsFields: false,
    words: ({ name }, { code }) => ({
      message: `A secure connection to ${name} could not be made (${(code && tls[code]) ?? code}), so the values were not sent.`,
      causes: ["A proxy between this server and the provider intercepts connections.", "The server's clock is wrong."],
      nextStep: OPERATOR,
    }),
  },
  redirected: {
    status: "UNVERIFIED",
    label: "Redirected",
    retryable: false,
    concernsFields: false,
    words: ({ name }) => ({
      message: `${name} answered with a redirect, which was not followed: the values go to ${name} only.`,
      causes: ["A proxy or a sign-in page stands between this server and the provider."],
      nextStep: OPERATOR,
    }),
  },
  "unexpected-answer": {
    status: "UNVERIFIED",
    label: "Unexpected answer",
    retryable: true,
    concernsFields: false,
    words: ({ name }, judgement) => ({
      message: `Something answered, but not as ${name} does.${judgement.flaw ? ` ${flaws[judgement.flaw](name, judgement)}` : ""}`,
      causes: ["A proxy or a captive portal stands between this server and the provider.", `${name} changed its API.`],
      nextStep: RETRY,
    }),
  },
  "unpacked-too-large": {
    status: "UNVERIFIED",
    label: "Too large once unpacked",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `The answer was too large once unpacked, far more than ${name} ever sends, so Latchkey stopped reading it.`,
      causes: [`Something between this server and ${name} answers in its place.`, `${name} changed its API.`],
      nextStep: RETRY,
    }),
  },
  paused: {
    status: "UNVERIFIED",
    label: "Paused",
    retryable: true,
    concernsFields: false,
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `${name} has not been answering, so it was not asked now.`,
      causes: [`${name} is down, for everyone who uses this server.`],
      nextStep: `It can be asked again ${inSeconds(retryAfterSeconds)}. You can save without verifying until then.`,
    }),
  },
  "budget-used": {
    status: "UNVERIFIED",
    label: "Not asked",
    retryable: true,
    concernsFields: false,
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `${name} was not asked: Latchkey keeps below its request limit, so that your pipelines have room.`,
      causes: ["Very many checks are going on, or many were made this week."],
      nextStep: `Try again ${inSeconds(retryAfterSeconds)}. You can also save without verifying.`,
    }),
  },
  cancelled: {
    status: "UNVERIFIED",
    label: "Stopped",
    retryable: true,
    concernsFields: false,
    words: () => ({ message: "The check was stopped. Nothing was saved.", causes: [], nextStep: "" }),
  },
};
