import "server-only";
import { createHmac } from "node:crypto";
import { publicUrl } from "@/lib/auth/public-url";
import { momentInUtc } from "@/lib/platform/moment-words-dto";
import { isoDay } from "@/lib/settings/rotation-of";
import { isAboutCredential } from "./notice-dto";
import { connectorName, noticePath, noticeWords, type StoredNotice } from "./notice-words";

/** The body of a webhook, JSON text. No value of a credential is in it. */
export function webhookBody(notice: StoredNotice): string {
  const { kind, at, credentialId, credentialName, connectorId, dueOn, personName, wants } = notice;
  const { message } = noticeWords(notice, { moment: ` on ${momentInUtc(at)}` });
  const url = new URL(noticePath(notice) ?? "/settings", publicUrl()).href;
  const subject =
    kind === "access.requested"
      ? { personName, wants }
      : !isAboutCredential(kind)
        ? {}
        : { credentialId, credentialName, connectorId, connectorName: connectorName(notice) };
  const due = dueOn ? { rotateBy: isoDay(dueOn) } : {};
  return JSON.stringify({ type: kind, timestamp: at.toISOString(), data: { ...subject, ...due, message, url } });
}

/**
 * The headers of Standard Webhooks, version 1.
 * @param secret `whsec_` and the key in base64
 * @param message.id stays the same when the message is sent again
 * @param message.at when it is sent this time; receivers refuse what is too old
 */
export function signWebhook(
  secret: string,
  { id, at, body }: { id: string; at: Date; body: string },
): Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
