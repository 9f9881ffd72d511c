import type { Judgement } from "./judge-answer";
import { type Row, unansweredWords } from "./unanswered-words";
import type { VerificationOutcome } from "./verification-dto";
import { whoseWords } from "./whose-words-dto";

const owner = (identity: Judgement["identity"]) => (identity ? [`It belongs to ${whoseWords(identity)}.`] : []);

/**
 * The one table of what each outcome leads to and how it reads, whether values are typed or stored: what can be done
 * about it all the same is said where it can be. `docs/verification.md` is made from it.
 */
export const outcomeTable: Record<VerificationOutcome, Row> = {
  accepted: {
    status: "VERIFIED",
    label: "Accepted",
    retryable: false,
    concernsFields: false,
    words: ({ name, authentication: { noun }, verification: { leavesOpen } }, { identity }) => ({
      message: [`${name} accepted this ${noun}.`, ...owner(identity), ...(leavesOpen ? [leavesOpen] : [])].join(" "),
      causes: [],
      nextStep: "",
    }),
  },
  "may-not-read": {
    status: "VERIFIED",
    label: "Accepted, with rights missing",
    retryable: false,
    concernsFields: false,
    words: ({ name, authentication: { noun }, verification: { forbidden } }) => ({
      message: `${name} accepted this ${noun}, but it may not read ${typeof forbidden === "object" ? forbidden.mayNotRead : "everything"}.`,
      causes: [`The ${noun} lacks that right: in ${name} it's called a scope or a permission.`],
      nextStep: `If your data sources need it, add the right in ${name}. Otherwise you can go on.`,
    }),
  },
  "accepted-with-warning": {
    status: "VERIFIED",
    label: "Accepted with a warning",
    retryable: false,
    concernsFields: false,
    words: ({ name, authentication: { noun }, verification: { emptyMeans } }) => ({
      message: `${name} accepted this ${noun}, but there was nothing to read.`,
      causes: emptyMeans ? [...emptyMeans] : [],
      nextStep: "Look into it before a data source relies on it.",
    }),
  },
  refused: {
    status: "FAILED",
    label: "Refused",
    retryable: false,
    concernsFields: true,
    words: ({ name, authentication: { noun, refusal } }, { cause }) => ({
      message: `${name} didn't accept this ${noun}.`,
      causes: cause === undefined ? [...refusal.causes] : [cause],
      nextStep: refusal.nextStep,
    }),
  },
  forbidden: {
    status: "UNVERIFIED",
    label: "Not allowed",
    retryable: true,
    concernsFields: false,
    words: ({ name, authentication: { noun } }) => ({
      message: `${name} didn't let us ask, and didn't say whether it knows this ${noun}.`,
      causes: [
        `The ${noun} is wrong, or no longer valid.`,
        `The ${noun} is right and lacks a permission, or ${name} lets only some networks in.`,
      ],
      nextStep: `Look in ${name} whether the ${noun} is still there and what it may do.`,
    }),
  },
  "tenant-not-found": {
    status: "FAILED",
    label: "Account not found",
    retryable: false,
    concernsFields: true,
    words: ({ name, authentication: { fields, noun }, hosts: { api } }) => {
      const label = fields.find(({ id }) => "field" in api && api.field === id)?.label ?? "Account";
      return {
        message: `${name} has no account under this ${label.toLowerCase()}, so it never saw the ${noun}.`,
        causes: [`The ${label.toLowerCase()} is misspelled.`, "The account was renamed or closed."],
        nextStep: `Sign in to ${name} and copy the ${label.toLowerCase()} from the address bar.`,
      };
    },
  },
  incomplete: {
    status: "FAILED",
    label: "Incomplete",
    retryable: false,
    concernsFields: true,
    words: ({ name, authentication: { noun, fields } }) => ({
      message: `Part of this ${noun} didn't reach ${name}.`,
      causes: [
        `${fields.map(({ label }) => label).join(" or ")} is missing, or was cut short when you copied it.`,
        "A proxy between this server and the provider strips a header.",
      ],
      nextStep: `Enter ${fields.length > 1 ? "all values" : "the value"} again, freshly copied from ${name}.`,
    }),
  },
  unreadable: {
    status: "FAILED",
    label: "Cannot be read",
    retryable: false,
    concernsFields: false,
    words: ({ name, authentication: { noun } }) => ({
      message: `We can't read the stored ${noun}, so we didn't ask ${name}.`,
      causes: ["This server is missing the key that encrypted it.", "The stored data was damaged or changed."],
      nextStep: "Replace the values. If only the key is missing, this server's operator can put it back instead.",
    }),
  },
  ...unansweredWords,
};
