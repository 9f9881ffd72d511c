import "server-only";
import type { OutboundFailure } from "@/lib/platform/outbound-request";
import type { MailResult } from "@/lib/platform/send-mail";

/** What a try came to, as it is stored: a code, never the receiver's text. */
export type DeliveryResult =
  | "delivered"
  | `status-${number}`
  | OutboundFailure["reason"]
  | "private-address"
  | "gone"
  | "not-allowed"
  | "address-changed"
  | "turned-off"
  | "no-longer-receives"
  | `mail-${(MailResult & { kind: "failed" })["reason"]}`
  | "failed";

const sentences: Record<Exclude<DeliveryResult, `status-${number}`>, string> = {
  delivered: "Delivered.",
  "timed-out": "The address didn't answer within 10 seconds.",
  cancelled: "The server stopped while sending.",
  "name-not-found": "We couldn't find the address's host.",
  "private-address": "The address leads into a private network, so we sent nothing.",
  "insecure-connection": "We couldn't connect securely, so we sent nothing.",
  unreachable: "We couldn't reach the address.",
  "broken-answer": "Whatever answered isn't a web server.",
  gone: "The address answered 410: it wants no more notices.",
  "not-allowed": "Notices can't be posted to this address.",
  "address-changed": "Someone changed the webhook address in the meantime.",
  "turned-off": "Someone turned off email in the meantime.",
  "no-longer-receives": "This person is no longer an owner or admin.",
  "mail-not-configured": "This server's operator hasn't set up a mail server.",
  "mail-timed-out": "The mail server didn't answer in time.",
  "mail-insecure-connection": "We couldn't connect to the mail server securely, so we sent nothing.",
  "mail-sign-in-refused": "The mail server refused the operator's user and password.",
  "mail-unreachable": "We couldn't reach the mail server.",
  "mail-refused": "The mail server refused this email.",
  failed: "Sending failed on this server. Its log has the reason.",
};

/** What a person reads of a stored result; one that this version does not know keeps its code. */
export function describeResult(result: string): string {
  const status = /^status-(\d{3})$/.exec(result)?.[1];
  if (status?.startsWith("3")) return `The address redirected us (${status}), and we didn't follow.`;
  if (status) return `The address answered with status ${status}.`;
  return Object.hasOwn(sentences, result) ? sentences[result as keyof typeof sentences] : `${result}.`;
}
