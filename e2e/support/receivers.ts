import { startMailServer } from "../sandbox/start-mail-server";
import { startWebhookReceiver } from "../sandbox/start-webhook-receiver";
import { test as base } from "./fixtures";

type Receivers = {
  receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
  mailServer: Awaited<ReturnType<typeof startMailServer>>;
};

/** An installation whose operator set up a mail server and allows webhooks to a receiver on this machine. */
export const test = base.extend<object, { receivers: Receivers; moreSettings: Record<string, string> }>({
  moreSettings: [{}, { option: true, scope: "worker" }],
  receivers: [
    async ({ installation: _ }, use) => {
      const [receiver, mailServer] = await Promise.all([startWebhookReceiver(), startMailServer()]);
      await use({ receiver, mailServer });
      await Promise.all([receiver.close(), mailServer.close()]);
    },
    { scope: "worker" },
  ],
  settings: [
    async ({ receivers: { receiver, mailServer }, moreSettings }, use) =>
      use({
        WEBHOOK_ALLOWED_ORIGINS: receiver.origin,
        SMTP_URL: mailServer.url,
        MAIL_FROM: "Latchkey <latchkey@example.com>",
        ...moreSettings,
      }),
    { scope: "worker" },
  ],
});
