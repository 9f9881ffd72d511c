import type { Connector, SignInConnector } from "@/lib/connectors/connector";
import { flawWords, tlsWords } from "./flaw-words";
import { inSeconds } from "./in-seconds";
import type { Judgement } from "./judge-answer";
import { DEADLINE_MS, type VerificationOutcome, type VerificationStatus } from "./verification-dto";

/** Said where the operator does not let values go to a connector's host. */
export const hostNotAllowed = (own: Connector["own"]): string =>
  `This server's operator doesn't let values go to ${own?.host ?? "this host"}, so nothing was sent.`;

export type Words = { message: string; causes: string[]; nextStep: string };

export type Row<Named = Connector> = {
  /** What a credential becomes by it. `UNVERIFIED` never takes a verified credential's status away. */
  status: VerificationStatus;
  /** A word or two for lists. */
  label: string;
  /** Whether the same values can come to something else when asked again. */
  retryable: boolean;
  /** Whether it is about the values themselves, and so about their fields. */
  concernsFields: boolean;
  words: (connector: Named, judgement: Judgement) => Words;
};

const RETRY = "Try again in a moment.";
const OPERATOR = "Ask this server's operator to look into it.";

/** What is said where nothing was learnt of the values: the part of the table of outcomes that is about the way. */
export const unansweredWords = {
  "rate-limited": {
    status: "UNVERIFIED",
    label: "Rate limited",
    retryable: true,
    concernsFields: false,
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `${name} is rate-limiting requests right now.`,
      causes: ["Something else is using up this workspace's request limit."],
      nextStep: `Try again ${inSeconds(retryAfterSeconds)}.`,
    }),
  },
  "provider-error": {
    status: "UNVERIFIED",
    label: "Provider error",
    retryable: true,
    concernsFields: false,
    words: ({ name, authentication: { noun } }, { httpStatus, retryAfterSeconds }) => ({
      message: `${name} returned an error (status ${httpStatus}), so we couldn't verify this ${noun}.`,
      causes: [`${name} is down or overloaded.`],
      nextStep: retryAfterSeconds === undefined ? RETRY : `Try again ${inSeconds(retryAfterSeconds)}, as it asked.`,
    }),
  },
  "timed-out": {
    status: "UNVERIFIED",
    label: "Timed out",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `${name} didn't answer within ${DEADLINE_MS / 1000} seconds.`,
      causes: [
        `${name} is slow or down.`,
        "A firewall between this server and the provider is dropping the connection.",
      ],
      nextStep: RETRY,
    }),
  },
  "name-not-found": {
    status: "UNVERIFIED",
    label: "Address not found",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `We couldn't find ${name}'s address.`,
      causes: ["This server can't resolve names (DNS), or has no internet access."],
      nextStep: OPERATOR,
    }),
  },
  "private-address": {
    status: "UNVERIFIED",
    label: "Private address",
    retryable: false,
    concernsFields: false,
    words: ({ name }) => ({
      message: `${name}'s name leads to a private network address, so we didn't send the values.`,
      causes: ["This server's DNS was changed, or a proxy is answering in the provider's place."],
      nextStep: OPERATOR,
    }),
  },
  unreachable: {
    status: "UNVERIFIED",
    label: "Unreachable",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `This server can't reach ${name}.`,
      causes: [`${name} is down.`, "A firewall or proxy is blocking the connection."],
      nextStep: RETRY,
    }),
  },
  "insecure-connection": {
    status: "UNVERIFIED",
    label: "No secure connection",
    retryable: false,
    concernsFields: false,
    words: ({ name }, { code }) => ({
      message: `We couldn't connect to ${name} securely (${(code && tlsWords[code]) ?? code}), so we didn't send the values.`,
      causes: [
        "A proxy between this server and the provider is intercepting connections.",
        "The server's clock is wrong.",
      ],
      nextStep: OPERATOR,
    }),
  },
  redirected: {
    status: "UNVERIFIED",
    label: "Redirected",
    retryable: false,
    concernsFields: false,
    words: ({ name }) => ({
      message: `${name} redirected us, and we didn't follow: the values go to ${name} only.`,
      causes: ["A proxy or sign-in page may be in the way."],
      nextStep: OPERATOR,
    }),
  },
  "unexpected-answer": {
    status: "UNVERIFIED",
    label: "Unexpected answer",
    retryable: true,
    concernsFields: false,
    words: ({ name }, judgement) => ({
      message: judgement.flaw
        ? flawWords[judgement.flaw](name, judgement)
        : `We got an answer that doesn't look like ${name}'s.`,
      causes: ["A proxy or sign-in page may be in the way.", `${name} changed its API.`],
      nextStep: RETRY,
    }),
  },
  "unpacked-too-large": {
    status: "UNVERIFIED",
    label: "Too large once unpacked",
    retryable: true,
    concernsFields: false,
    words: ({ name }) => ({
      message: `Once unpacked, the answer was far larger than anything ${name} sends, so we stopped reading it.`,
      causes: [`Something between this server and ${name} is answering in its place.`, `${name} changed its API.`],
      nextStep: RETRY,
    }),
  },
  paused: {
    status: "UNVERIFIED",
    label: "Paused",
    retryable: true,
    concernsFields: false,
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `${name} hasn't been answering, so we didn't ask this time.`,
      causes: [`${name} is down for everyone on this server.`],
      nextStep: `You can verify again ${inSeconds(retryAfterSeconds)}.`,
    }),
  },
  "held-back": {
    status: "UNVERIFIED",
    label: "Held back",
    retryable: true,
    concernsFields: false,
    words: ({ name, authentication: { noun } }, { retryAfterSeconds }) => ({
      message: `${name} hasn't been answering for this ${noun}, so we didn't ask this time.`,
      causes: [`${name} has a problem with this ${noun} only: its answer may be too long to send.`, `${name} is down.`],
      nextStep: `You can verify again ${inSeconds(retryAfterSeconds)}.`,
    }),
  },
  "budget-used": {
    status: "UNVERIFIED",
    label: "Not asked",
    retryable: true,
    concernsFields: false,
    words: ({ name }, { retryAfterSeconds }) => ({
      message: `We didn't ask ${name}: we stay below its request limit to leave room for your pipelines.`,
      causes: ["Many checks are running now, or ran this week."],
      nextStep: `Try again ${inSeconds(retryAfterSeconds)}.`,
    }),
  },
  "host-not-allowed": {
    status: "UNVERIFIED",
    label: "Host not allowed",
    retryable: false,
    concernsFields: false,
    words: ({ own }) => ({
      message: hostNotAllowed(own),
      causes: ["The host was taken off the list of hosts that your own connectors may have."],
      nextStep: `Ask this server's operator to allow ${own?.host ?? "its host"}.`,
    }),
  },
  "not-verifiable": {
    status: "UNVERIFIED",
    label: "Can't be verified",
    retryable: false,
    concernsFields: false,
    words: ({ name, own, authentication: { noun } }) => ({
      message: `We can't verify this ${noun}, so nothing was sent: ${own?.host ?? name} answers without a valid one, too.`,
      causes: ["The connector was saved as one that can't verify values."],
      nextStep: "Its credentials stay unverified until an admin changes what the connector asks to prove values.",
    }),
  },
  cancelled: {
    status: "UNVERIFIED",
    label: "Stopped",
    retryable: true,
    concernsFields: false,
    words: () => ({ message: "Check stopped. Nothing was saved.", causes: [], nextStep: "" }),
  },
} as const satisfies Partial<Record<VerificationOutcome, Row<SignInConnector>>>;
