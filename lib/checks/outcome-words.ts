import type { Connector } from "@/lib/connectors/connector";
import { flawWords, tlsWords } from "./flaw-words";
import { inSeconds } from "./in-seconds";
import type { Judgement } from "./judge-answer";
import { DEADLINE_MS, type VerificationOutcome, type VerificationStatus } from "./verification-dto";

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
  unreadable: {
    status: "FAILED",
    label: "Cannot be read",
    retryable: false,
    concernsFields: false,
    words: ({ name, authentication: { noun } }) => ({
      message: `The stored ${noun} cannot be read, so ${name} was not asked.`,
      causes: ["The key that sealed it is missing on this server.", "What is stored was damaged or changed."],
      nextStep: "Replace the values. Where only a key is missing, the operator of this server can put it back instead.",
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
      message: `A secure connection to ${name} could not be made (${(code && tlsWords[code]) ?? code}), so the values were not sent.`,
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
      message: `Something answered, but not as ${name} does.${judgement.flaw ? ` ${flawWords[judgement.flaw](name, judgement)}` : ""}`,
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
      nextStep: `You can verify again ${inSeconds(retryAfterSeconds)}, and save without verifying until then.`,
    }),
  },
  "held-back": {
    status: "UNVERIFIED",
    label: "Held back",
    retryable: true,
    concernsFields: false,
    words: ({ name, authentication: { noun } }, { retryAfterSeconds }) => ({
      message: `${name} has not been answering for this ${noun}, so it was not asked again now.`,
      causes: [
        `${name} has a problem with this ${noun} alone, an answer too long for it to send perhaps.`,
        `${name} is down.`,
      ],
      nextStep: `You can verify again ${inSeconds(retryAfterSeconds)}, and save without verifying until then.`,
    }),
  },
  "budget-used": {
    status: "UNVERIFIED",
    label: "Not asked",
    retryable: true,
    concernsFields: false,
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `${name} was not asked: Latchkey keeps below its request limit, so that your pipelines have room.`,
      causes: ["Many checks are running, or ran this week."],
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
