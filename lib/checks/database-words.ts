import type { DatabaseConnector } from "@/lib/connectors/database-connector";
import { tlsWords } from "./flaw-words";
import { inSeconds } from "./in-seconds";
import type { Judgement } from "./judge-answer";
import { unansweredWords, type Words } from "./unanswered-words";
import { DEADLINE_MS, type VerificationOutcome } from "./verification-dto";

type Say = (connector: DatabaseConnector, judgement: Judgement) => Words;

const OPERATOR = "Ask this server's operator to look into it.";

/** A server's own words are set apart, so that nobody takes them for ours. */
const signedInAs = ({ identity }: Judgement) => (identity ? [`It signs in as “${identity.text}”.`] : []);

/** More about a refusal, where its code says more. */
const REFUSED: Readonly<Record<string, string>> = {
  "not-from-here":
    "The user may not connect from here: the server's pg_hba.conf has no entry for this server's address, or the user may not log in at all.",
  "no-connect": "The user may not connect to this database: it lacks the CONNECT privilege.",
};

const said = (message: string, causes: string[], nextStep: string): Words => ({ message, causes, nextStep });

/** What is said of a database where the words for a provider would not be true. The table of outcomes has the rest. */
export const databaseWords: Record<VerificationOutcome, Say> = {
  accepted: ({ name, authentication: { noun } }, judgement) =>
    said([`${name} accepted this ${noun}.`, ...signedInAs(judgement)].join(" "), [], ""),
  "may-not-read": ({ name, authentication: { noun } }, judgement) =>
    judgement.cause === "empty"
      ? said(
          `${name} accepted this ${noun}, but the database has no tables yet.`,
          ["It's new, or another database has the tables."],
          "Look whether it's the right database. Otherwise you can go on.",
        )
      : said(
          `${name} accepted this ${noun}, but it may not read any table.`,
          ["The user lacks the rights: USAGE on a schema, and SELECT on its tables."],
          "Grant them if you need them. Otherwise you can go on.",
        ),
  "accepted-with-warning": ({ name, authentication: { noun } }) =>
    said(
      `${name} accepted this ${noun}, but didn't say what it may read.`,
      ["Something that only speaks like PostgreSQL answered: a pooler, or another kind of database."],
      "Look into it before you rely on it.",
    ),
  refused: ({ name, authentication: { noun, refusal } }, { cause }) =>
    said(
      `${name} didn't accept this ${noun}.`,
      [...((cause && [REFUSED[cause] ?? cause]) || refusal.causes)],
      cause ? "Ask whoever runs the database to let it in." : refusal.nextStep,
    ),
  forbidden: ({ name, authentication: { noun } }, { code }) =>
    said(
      code === "OTHER_SIGN_IN"
        ? `${name} doesn't sign in this user with a password alone.`
        : `${name} didn't let us in${code ? ` (code ${code})` : ""}, and didn't say whether it knows this ${noun}.`,
      code === "OTHER_SIGN_IN"
        ? ["The server wants Kerberos, a certificate or something else for this user."]
        : ["A pooler in front of the server doesn't know the user or the database.", `The ${noun} is wrong.`],
      "Look at the user's entry in pg_hba.conf, or at the pooler's settings.",
    ),
  "tenant-not-found": ({ authentication: { fields, login } }) => {
    const label = fields.find(({ id }) => id === login.database)?.label ?? "Database";
    return said(
      `The server has no database of this name.`,
      [`${label} is misspelled: capital and small letters count.`, "The database was renamed or dropped."],
      "List its databases (psql -l) and enter the name as it stands there.",
    );
  },
  incomplete: ({ authentication: { noun } }) =>
    said(`Part of this ${noun} is missing.`, ["A value was left empty."], "Enter all values again."),
  unreadable: ({ name, authentication: { noun } }) =>
    said(
      `We can't read the stored ${noun}, so we didn't ask ${name}.`,
      ["This server is missing the key that encrypted it.", "The stored data was damaged or changed."],
      "Replace the values. If only the key is missing, this server's operator can put it back instead.",
    ),
  "rate-limited": (_, { code }) =>
    said(
      `The server has no room for another connection right now${code ? ` (code ${code})` : ""}.`,
      ["All of its connections, or this user's, are in use."],
      "Try again in a moment.",
    ),
  "provider-error": ({ name }, { code }) =>
    said(
      `${name} isn't ready${code ? ` (code ${code})` : ""}.`,
      ["It's starting, stopping, or recovering from a crash."],
      "Try again in a moment.",
    ),
  "timed-out": () =>
    said(
      `The database server didn't answer within ${DEADLINE_MS / 1000} seconds.`,
      ["Its firewall drops what comes from this server's address.", "Host or port is wrong, or the server is slow."],
      "Check host and port, then try again.",
    ),
  "name-not-found": () =>
    said(
      `We couldn't find this host's address.`,
      ["The host is misspelled, or exists in another network only.", "This server can't resolve names (DNS)."],
      "Check the host. If it's right, ask this server's operator.",
    ),
  "private-address": () =>
    said(
      "This host's name leads to a private network address, so we didn't connect.",
      ["The database is in a private network, and this server's operator hasn't listed the host by its whole name."],
      "Ask this server's operator to list it, or use the host's public name.",
    ),
  "host-not-allowed": ({ name }) =>
    said(
      `This server may not connect to this ${name} host, so we didn't send the values.`,
      ["Its operator hasn't allowed the host, or no longer does."],
      "Ask this server's operator to allow it.",
    ),
  // Of a database there is always somebody to sign in to.
  "not-verifiable": unansweredWords["not-verifiable"].words,
  unreachable: () =>
    said(
      "This server can't reach the database server.",
      ["Host or port is wrong, or the server is down.", "Its firewall doesn't let this server's address in."],
      "Check host and port, then try again.",
    ),
  "insecure-connection": (_, { code }) =>
    said(
      `We couldn't connect securely (${(code && tlsWords[code]) ?? code ?? "TLS"}), so we didn't send the password.`,
      code === "NO_TLS"
        ? ["TLS is off at the database server (ssl = off)."]
        : [
            "The certificate comes from an authority of your own or your cloud's.",
            "Host isn't the certificate's name.",
          ],
      code === "NO_TLS" ? "Turn TLS on there: we never connect without." : OPERATOR,
    ),
  redirected: unansweredWords.redirected.words,
  "unexpected-answer": ({ name }, { code, flaw }) =>
    code === "NOT_ASKED"
      ? said(
          `${name} let the user in without asking for the password, so nobody knows whether it's right.`,
          ["The server trusts this server's address (trust in pg_hba.conf)."],
          "Have it ask for a password: scram-sha-256 in pg_hba.conf.",
        )
      : said(
          flaw === "cut-short"
            ? `The server ended the connection before it had answered.`
            : flaw === "too-large"
              ? `The server sent more than ${name} ever does, so we stopped reading.`
              : `What answered doesn't speak as ${name} does.`,
          ["Another service listens at this host and port.", "A proxy or pooler is in the way."],
          "Check host and port, then try again.",
        ),
  // Nothing is packed there.
  "unpacked-too-large": ({ name }) =>
    said(
      `The server sent more than ${name} ever does, so we stopped reading.`,
      ["Another service listens at this host and port."],
      "Check host and port, then try again.",
    ),
  paused: unansweredWords.paused.words,
  "held-back": unansweredWords["held-back"].words,
  "budget-used": (_, { retryAfterSeconds }) =>
    said(
      "We didn't connect: we leave a pause between two sign-ins to one server.",
      ["Many checks are running now."],
      `Try again ${inSeconds(retryAfterSeconds)}.`,
    ),
  cancelled: unansweredWords.cancelled.words,
};
