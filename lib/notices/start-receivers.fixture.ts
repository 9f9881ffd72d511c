import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { SMTPServer } from "smtp-server";

type Hook = { path: string; headers: IncomingHttpHeaders; body: string };

const portOf = (address: unknown) => (address as { port: number }).port;

/** A receiver of webhooks, a mail server and a data folder, all real and on this machine. */
export async function startReceivers() {
  const hooks: Hook[] = [];
  const mails: { to: string[]; text: string }[] = [];
  /** What the receiver of webhooks answers, and the code with which the mail server refuses; 0 where it does not. */
  const behaviour = { status: 200, location: "", refuseMail: 0 };

  const receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => (body += data));
    request.on("end", () => {
      hooks.push({ path: request.url ?? "", headers: request.headers, body });
      const { status, location } = behaviour;
      response.writeHead(status, location ? { location } : {}).end("x".repeat(5000));
    });
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");

  const mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      const { refuseMail: responseCode } = behaviour;
      done(responseCode ? Object.assign(new Error("No"), { responseCode }) : undefined);
    },
    onData: (stream, { envelope }, done) => {
      let text = "";
      stream.on("data", (data) => (text += data));
      stream.on("end", () => {
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), text });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, "127.0.0.1", () => resolve()));

  const folder = mkdtempSync(`${tmpdir()}/latchkey-notices-`);
  const hookOrigin = `http://127.0.0.1:${portOf(receiver.address())}`;
  return {
    hooks,
    mails,
    behaviour,
    hookOrigin,
    /** The environment in which notices go there. */
    env: {
      DATA_DIR: folder,
      LOG_LEVEL: "silent",
      DATABASE_URL: "",
      PUBLIC_URL: "https://latchkey.example.com",
      WEBHOOK_ALLOWED_ORIGINS: hookOrigin,
      SMTP_URL: `smtp://127.0.0.1:${portOf(mailServer.server.address())}`,
      MAIL_FROM: "Latchkey <latchkey@example.com>",
    },
    /** Forgets what was received, and behaves well again. */
    reset: () => {
      hooks.length = 0;
      mails.length = 0;
      Object.assign(behaviour, { status: 200, location: "", refuseMail: 0 });
    },
    close: async () => {
      receiver.close();
      await new Promise<void>((resolve) => mailServer.close(() => resolve()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
