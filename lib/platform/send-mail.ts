import "server-only";
import { createTransport, type NodemailerError, type SMTPTransportOptions } from "nodemailer";
import { env } from "./env";
import { isTlsFailure } from "./is-tls-failure";
import { describeError, log } from "./log";
import { isLoopback } from "./safe-on-the-way";

export type Mail = {
  /** One address. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Stays the same when the mail is tried again, so that a receiver can tell a repeat. Without angle brackets. */
  messageId: string;
};

export type MailResult =
  | { kind: "sent" }
  | {
      kind: "failed";
      reason: "not-configured" | "timed-out" | "insecure-connection" | "sign-in-refused" | "unreachable" | "refused";
      /** The server refused this mail for good: trying again changes nothing. */
      permanent: boolean;
    };

const STEP_MS = 10_000;
/** Of all steps together: a server that answers a byte at a time is given up too. */
export const MAIL_DEADLINE_MS = 30_000;

/** Whether the operator set up a mail server. */
export function isMailConfigured(): boolean {
  return env().SMTP_URL !== undefined;
}

/**
 * The settings for a mail server by its URL, `smtps://user:password@host:port` or `smtp://…`. Nothing but these parts
 * is taken from it, so that no parameter can turn off the check of certificates. Mail to another machine is encrypted
 * or not sent; a server on this one is spoken to in the clear.
 */
export function toTransportOptions(smtpUrl: string): SMTPTransportOptions {
  const { protocol, hostname, port, username, password } = new URL(smtpUrl);
  const secure = protocol === "smtps:";
  const isHere = isLoopback(hostname);
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isHere,
    ignoreTLS: !secure && isHere,
    tls: { rejectUnauthorized: true, minVersion: "TLSv1.2" },
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    dnsTimeout: STEP_MS,
    connectionTimeout: STEP_MS,
    greetingTimeout: STEP_MS,
    socketTimeout: STEP_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function toFailure(error: unknown): MailResult & { kind: "failed" } {
  const { code = "", originalCode = "", permanent = false } = error as NodemailerError;
  const failed = (reason: (MailResult & { kind: "failed" })["reason"], forGood = false) =>
    ({ kind: "failed", reason, permanent: forGood }) as const;
  if (code === "ETIMEDOUT" || code === "EABORT") return failed("timed-out");
  if (code === "ETLS" || isTlsFailure(originalCode) || isTlsFailure(code)) return failed("insecure-connection");
  // Wrong credentials are the operator's to mend: the mail itself may well arrive later.
  if (code === "EAUTH" || code === "ENOAUTH") return failed("sign-in-refused");
  if (code === "EENVELOPE" || code === "EMESSAGE") return failed("refused", permanent);
  return failed("unreachable");
}

/** Sends one mail. Returns, never throws: what went wrong is an answer too. Neither address nor text is logged. */
export async function sendMail({ to, messageId, ...content }: Mail): Promise<MailResult> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) return { kind: "failed", reason: "not-configured", permanent: true };
  const transport = createTransport(toTransportOptions(SMTP_URL));
  try {
    await transport.sendMail({
      ...content,
      from: MAIL_FROM,
      // As an object it is one address, never read as a list.
      to: { name: "", address: to },
      messageId: `<${messageId}>`,
      headers: { "Auto-Submitted": "auto-generated" },
      signal: AbortSignal.timeout(MAIL_DEADLINE_MS),
    });
    return { kind: "sent" };
  } catch (error) {
    const failure = toFailure(error);
    log.warn({ reason: failure.reason, error: describeError(error) }, "a mail was not sent");
    return failure;
  } finally {
    transport.close();
  }
}
