import type { Connector } from "@/lib/connectors/connector";
import type { ErrorCode } from "@/lib/platform/result-dto";
import type { ReadReason } from "./reads-dto";

/** What happened, why, and what to do, as a check says it. */
export type StopWords = { headline: string; detail: string; nextStep?: string };

type Row = {
  code: ErrorCode;
  words: (name: string, connector: Connector) => StopWords;
};

const KEPT = "What you have so far won't be read again.";
const LATER = `Try again later. ${KEPT}`;
const OPERATOR = "Tell this server's operator. Latchkey's data about this provider may be out of date.";

/** The one table of what stops a read, and how it reads. */
const table: Record<ReadReason, Row> = {
  refused: {
    code: "CREDENTIAL_FAILED",
    words: (name, { authentication: { noun, refusal } }) => ({
      headline: `${name} didn't accept this ${noun}.`,
      detail: refusal.causes[0] ?? "",
      nextStep: "Verify the credential, and replace its values if they're refused.",
    }),
  },
  gone: {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name} has nothing by this name.`,
      detail: "What the data source asks for isn't there, or no longer is.",
      nextStep: "Change the data source's parameters.",
    }),
  },
  rejected: {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name} rejected the request.`,
      detail: "Most likely, one of the data source's parameters isn't what it expects.",
      nextStep: "Change the parameters and preview them.",
    }),
  },
  limited: {
    code: "PROVIDER_LIMITED",
    words: (name) => ({
      headline: `${name} is rate-limiting requests right now.`,
      detail: "Something else is using up this account's request limit.",
      nextStep: LATER,
    }),
  },
  budget: {
    code: "PROVIDER_LIMITED",
    words: (name) => ({
      headline: `Reads have used up their share of ${name}'s request limit.`,
      detail: "The rest is for checks, and for anything else that uses the same credential.",
      nextStep: LATER,
    }),
  },
  unavailable: {
    code: "PROVIDER_UNAVAILABLE",
    words: (name) => ({
      headline: `${name} didn't answer, or returned an error.`,
      detail: "We asked several times.",
      nextStep: LATER,
    }),
  },
  "too-heavy": {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name} can't send this record: it's too large.`,
      detail: "We asked for it alone, and even that answer failed.",
      nextStep: "Use the data source's parameters to leave this record out, for example by its time.",
    }),
  },
  unreadable: {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `We got an answer that doesn't look like ${name}'s.`,
      detail: "The answer wasn't JSON, or had no records in it.",
      nextStep: OPERATOR,
    }),
  },
  repeated: {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name} kept sending the same page.`,
      detail: "Reading on would repeat records forever.",
      nextStep: OPERATOR,
    }),
  },
  unordered: {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name} didn't keep to the order or time we asked for.`,
      detail: "Reading on would skip records without anyone noticing.",
      nextStep: OPERATOR,
    }),
  },
  unsteady: {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name}'s records moved too much while we were reading.`,
      detail: "Reading on would skip records without anyone noticing.",
      nextStep: LATER,
    }),
  },
  ceiling: {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name} gives no more than this many records from one list.`,
      detail: "There are more, but it accepts no larger offset.",
      nextStep: "Narrow the data source's parameters. If you need all records, create several sources.",
    }),
  },
  "led-away": {
    code: "PROVIDER_ANSWER_UNUSABLE",
    words: (name) => ({
      headline: `${name}'s next page is at another address, so we didn't ask for it.`,
      detail: "We send credentials only to the provider's own address.",
      nextStep: OPERATOR,
    }),
  },
  "not-incremental": {
    code: "INVALID_INPUT",
    words: (name) => ({
      headline: `${name} can't say what changed here.`,
      detail: "This endpoint is read in full each time.",
      nextStep: "Leave out since.",
    }),
  },
  "not-allowed": {
    code: "FORBIDDEN",
    words: () => ({
      headline: "The reader may no longer read.",
      detail: "The token was revoked or has expired, or its creator may no longer read.",
    }),
  },
  "source-changed": {
    code: "CURSOR_UNUSABLE",
    words: () => ({
      headline: "Someone changed the data source during the read.",
      detail: "It now asks for something else.",
      nextStep: "Start a new read.",
    }),
  },
  displaced: {
    code: "CHANGED_MEANWHILE",
    words: () => ({
      headline: "Another request is continuing this read.",
      detail: "A read has one reader at a time. It also ends when its data source is deleted.",
    }),
  },
  "unreadable-values": {
    code: "CREDENTIAL_UNREADABLE",
    words: (_, { authentication: { noun } }) => ({
      headline: `We can't read the stored ${noun}.`,
      detail: "This server is missing the key that encrypted it, or the stored data was damaged.",
      nextStep: "Replace the values of the credential.",
    }),
  },
  internal: {
    code: "INTERNAL",
    words: () => ({
      headline: "Something went wrong on the server.",
      detail: "Its log has the details.",
      nextStep: LATER,
    }),
  },
};

export const stopCode = (reason: ReadReason): ErrorCode => table[reason].code;
/** @param when it may be tried again, "in 3 days", where that is known */
export function stopWords(reason: ReadReason, connector: Connector, when?: string): StopWords {
  const words = table[reason].words(connector.name, connector);
  return when && words.nextStep === LATER ? { ...words, nextStep: `Try again ${when}. ${KEPT}` } : words;
}
