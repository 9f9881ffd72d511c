import "server-only";
import { outboundRequest } from "@/lib/platform/outbound-request";
import { sendMail } from "@/lib/platform/send-mail";
import { findSettings, listReceivers } from "@/lib/settings/settings-repository";
import { isListedOrigin, webhookAddressProblem } from "@/lib/settings/webhook-address";
import { webhookSecret } from "@/lib/settings/webhook-secret";
import type { LeasedDelivery } from "./delivery-repository";
import type { DeliveryResult } from "./delivery-words";
import { noticeMail } from "./notice-mail";
import { signWebhook, webhookBody } from "./webhook-message";

/** What one try came to. */
export type Attempt = { result: DeliveryResult; outcome: "delivered" | "try-again" | "give-up" };

const DEADLINE_MS = 10_000;
/** Nothing in the answer is of use but its status. */
const MAX_ANSWER_BYTES = 1024;

const giveUp = (result: DeliveryResult): Attempt => ({ result, outcome: "give-up" });
const tryAgain = (result: DeliveryResult): Attempt => ({ result, outcome: "try-again" });

async function sendWebhook({ target, workspaceId, notice }: LeasedDelivery): Promise<Attempt> {
  const { webhookUrl, webhookSecretVersion } = await findSettings(workspaceId);
  // The address may have been changed because the old one must get no more.
  if (webhookUrl !== target) return giveUp("address-changed");
  // And the operator may have taken it from the list since it was saved.
  if (webhookAddressProblem(target) !== undefined) return giveUp("not-allowed");
  const body = webhookBody(notice);
  const secret = webhookSecret(workspaceId, webhookSecretVersion);
  const answer = await outboundRequest({
    method: "POST",
    url: target,
    headers: {
      "content-type": "application/json",
      "user-agent": "Latchkey",
      ...signWebhook(secret, { id: notice.id, at: new Date(), body }),
    },
    body,
    deadlineMs: DEADLINE_MS,
    maxBodyBytes: MAX_ANSWER_BYTES,
    allowPrivate: isListedOrigin(target),
  });
  if (answer.kind === "failure") return tryAgain(answer.reason);
  if (answer.status >= 200 && answer.status < 300) return { result: "delivered", outcome: "delivered" };
  return answer.status === 410 ? giveUp("gone") : tryAgain(`status-${answer.status}`);
}

async function sendEmail({ id, target, workspaceId, notice }: LeasedDelivery): Promise<Attempt> {
  const [{ emailNotices }, receivers] = await Promise.all([findSettings(workspaceId), listReceivers(workspaceId)]);
  if (!emailNotices) return giveUp("turned-off");
  // Who left the workspace since is told nothing more about it.
  if (!receivers.includes(target)) return giveUp("no-longer-receives");
  const sent = await sendMail({ to: target, messageId: `${id}@latchkey.invalid`, ...noticeMail(notice) });
  if (sent.kind === "sent") return { result: "delivered", outcome: "delivered" };
  return sent.permanent ? giveUp(`mail-${sent.reason}`) : tryAgain(`mail-${sent.reason}`);
}

/** Sends one leased delivery, once. Whether it is still wanted is asked now, not when it was made. */
export async function sendDelivery(delivery: LeasedDelivery): Promise<Attempt> {
  return delivery.channel === "webhook" ? sendWebhook(delivery) : sendEmail(delivery);
}
