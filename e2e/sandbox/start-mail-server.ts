import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type ReceivedMail = { to: string[]; text: string };

/** A mail server on 127.0.0.1 only. It keeps what it got; with a code to refuse with, it refuses every receiver. */
export async function startMailServer() {
  const mails: ReceivedMail[] = [];
  const refusal = { code: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(refusal.code ? Object.assign(new Error("No"), { responseCode: refusal.code }) : undefined),
    onData: (stream, { envelope }, done) => {
      let text = "";
      stream.on("data", (data) => (text += data));
      stream.on("end", () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    /** The reply code of every refusal from now on; 0 for none. */
    refusal,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
