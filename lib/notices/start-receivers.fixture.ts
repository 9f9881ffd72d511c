import { startMailServer } from "@/e2e/sandbox/start-mail-server";
import { startWebhookReceiver } from "@/e2e/sandbox/start-webhook-receiver";

/** A receiver of webhooks and a mail server, real and on this machine. */
export async function startReceivers() {
  const [receiver, mailServer] = await Promise.all([startWebhookReceiver(), startMailServer()]);
  return {
    receiver,
    mailServer,
    /** The environment in which notices go there. */
    env: {
      PUBLIC_URL: "https://latchkey.example.com",
      WEBHOOK_ALLOWED_ORIGINS: receiver.origin,
      SMTP_URL: mailServer.url,
      MAIL_FROM: "Latchkey <latchkey@example.com>",
    },
    /** Forgets what was received, and behaves well again. */
    reset: () => {
      receiver.hooks.length = 0;
      mailServer.mails.length = 0;
      Object.assign(receiver.answer, { status: 200, location: "" });
      mailServer.refusal.code = 0;
    },
    close: async () => {
      await Promise.all([receiver.close(), mailServer.close()]);
    },
  };
}
