import { once } from "node:events";
import { createServer } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { newProcess } from "./new-process.fixture";

vi.stubEnv("LOG_LEVEL", "silent");
vi.stubEnv("MAIL_FROM", "Latchkey <latchkey@example.com>");

const mail = { to: "ada@example.com", subject: "Hello", text: "Text", html: "<p>Text</p>", messageId: "1@example.com" };
const closing: (() => Promise<unknown>)[] = [];

/** The module reads the environment once, so each mail server gets a fresh one. */
async function sendTo(url: string, more: Partial<typeof mail> = {}) {
  newProcess();
  vi.stubEnv("SMTP_URL", url);
  const { sendMail } = await import("./send-mail");
  return sendMail({ ...mail, ...more });
}

async function startServer(options: ConstructorParameters<typeof SMTPServer>[0]) {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (data) => (text += data));
      stream.on("end", () => {
        mails.push(text);
        done();
      });
    },
    ...options,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { mails, port: (server.server.address() as { port: number }).port };
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe("mail", () => {
  it("takes nothing from the URL but protocol, host, port, user and password", async () => {
    const { toTransportOptions } = await import("./send-mail");
    const remote = toTransportOptions(
      "smtp://us%40er:p%3Ass@mail.example.com?tls.rejectUnauthorized=false&requireTLS=false",
    );
    expect(remote).toMatchObject({
      host: "mail.example.com",
      port: 587,
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
      tls: { rejectUnauthorized: true },
      auth: { user: "us@er", pass: "p:ss" },
    });
    expect(toTransportOptions("smtps://mail.example.com")).toMatchObject({ port: 465, secure: true });
    expect(toTransportOptions("smtp://[::1]:25")).toMatchObject({ host: "::1", requireTLS: false, ignoreTLS: true });
  });

  it("arrives as text and HTML, signed in where the URL says so", async () => {
    const users: unknown[] = [];
    const { mails, port } = await startServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => {
        users.push([username, password]);
        if (password === "right") done(null, { user: username });
        else done(new Error("No"));
      },
    });
    expect(await sendTo(`smtp://ada:right@127.0.0.1:${port}`)).toEqual({ kind: "sent" });
    expect(users).toEqual([["ada", "right"]]);
    expect(mails[0]).toContain("From: Latchkey <latchkey@example.com>");
    expect(mails[0]).toContain("Message-ID: <1@example.com>");
    expect(mails[0]).toContain("Auto-Submitted: auto-generated");
    expect(mails[0]).toContain("multipart/alternative");
    expect(await sendTo(`smtp://ada:wrong@127.0.0.1:${port}`)).toMatchObject({
      reason: "sign-in-refused",
      permanent: false,
    });
  });

  it("a line break in a subject or an address starts no header and adds no receiver", async () => {
    const receivers: string[] = [];
    const { mails, port } = await startServer({
      onRcptTo: ({ address }, _session, done) => {
        receivers.push(address);
        done();
      },
    });
    const url = `smtp://127.0.0.1:${port}`;
    await sendTo(url, { subject: "Hello\r\nBcc: eve@example.com\r\n\r\nbody" });
    expect(mails[0]).not.toMatch(/^Bcc:/m);
    await sendTo(url, { to: "ada@example.com, eve@example.com" });
    await sendTo(url, { to: "ada@example.com\r\nRCPT TO:<eve@example.com>" });
    expect(receivers).not.toContain("eve@example.com");
  });

  it("a certificate that nobody vouches for is refused, and so is a server that is not there or wants no such mail", async () => {
    const secure = await startServer({ secure: true });
    expect(await sendTo(`smtps://127.0.0.1:${secure.port}`)).toMatchObject({ reason: "insecure-connection" });
    expect(secure.mails).toEqual([]);
    const refusing = await startServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error("No such user"), { responseCode: 550 })),
    });
    expect(await sendTo(`smtp://127.0.0.1:${refusing.port}`)).toMatchObject({ reason: "refused", permanent: true });
    const busy = await startServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error("Later"), { responseCode: 451 })),
    });
    expect(await sendTo(`smtp://127.0.0.1:${busy.port}`)).toMatchObject({ reason: "refused", permanent: false });
    const gone = createServer().listen(0, "127.0.0.1");
    await once(gone, "listening");
    const { port } = gone.address() as { port: number };
    gone.close();
    expect(await sendTo(`smtp://127.0.0.1:${port}`)).toMatchObject({ reason: "unreachable" });
  });
});
