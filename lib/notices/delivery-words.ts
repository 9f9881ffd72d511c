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
  "timed-out": "The address did not answer in 10 seconds.",
  cancelled: "The server was stopped while it was sent.",
  "name-not-found": "The host of the address could not be found.",
  "private-address": "The address leads into a private network, so nothing was sent.",
  "insecure-connection": "A secure connection could not be made, so nothing was sent.",
  unreachable: "The address could not be reached.",
  "broken-answer": "Something answered that is no web server.",
  gone: "The address answered 410: it wants no more of this.",
  "not-allowed": "Notices may not be posted to this address.",
  "address-changed": "The webhook's address was changed meanwhile.",
  "turned-off": "E-mail was turned off meanwhile.",
  "no-longer-receives": "This person is no longer an owner or admin.",
  "mail-not-configured": "The operator of this server set up no mail server.",
  "mail-timed-out": "The mail server did not answer in time.",
  "mail-insecure-connection": "A secure connection to the mail server could not be made, so nothing was sent.",
  "mail-sign-in-refused": "The mail server refused the user and password that the operator set up.",
  "mail-unreachable": "The mail server could not be reached.",
  "mail-refused": "The mail server refused this mail.",
  failed: "Sending failed on this server. Its log says why.",
};

/** What a person reads of a stored result; one that this version does not know keeps its code. */
export function describeResult(result: string): string {
  const status = /^status-(\d{3})$/.exec(result)?.[1];
  if (status?.startsWith("3")) return `The address answered with a redirect (${status}), which was not followed.`;
  if (status) return `The address answered with status ${status}.`;
  return Object.hasOwn(sentences, result) ? sentences[result as keyof typeof sentences] : `${result}.`;
}
