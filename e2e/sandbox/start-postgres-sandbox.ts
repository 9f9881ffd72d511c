import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { createServer, type Socket } from "node:net";
import { Readable } from "node:stream";
import { createSecureContext, TLSSocket } from "node:tls";
import type { TestCertificate } from "./test-certificates";

/** What it does instead of what PostgreSQL does. A code of five characters refuses the sign-in with it. */
export type PostgresFault =
  | "no-tls"
  | "extra-bytes"
  | "http"
  | "silent"
  | "cut"
  | "notices"
  | "huge"
  | "no-end"
  | "short-length"
  | "trust"
  | "plain"
  | "md5"
  | "kerberos"
  | "rounds"
  | "wrong-proof"
  | "no-rights-query"
  | "other-row"
  | "long-names"
  | `code ${string}`;

export type PostgresSandbox = {
  port: number;
  login: { user: string; password: string; database: string };
  fault: PostgresFault | undefined;
  certificate: TestCertificate;
  /** Whether there are tables, and whether they may be read. */
  rights: [has: boolean, mayRead: boolean];
  /** All that it was sent before TLS, and behind it, as text. */
  before: string;
  behind: string;
  /** Connections that are open now. */
  open: () => number;
  close(): Promise<void>;
};

const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const say = (type: string, ...parts: (string | Buffer)[]) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)));
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
};
const refusal = (code: string) => say("E", `SFATAL\0C${code}\0Msaid by canary-of-the-server\0\0`);
const row = (columns: string[]) =>
  say("D", Buffer.from([0, columns.length]), ...columns.flatMap((text) => [int32(Buffer.byteLength(text)), text]));
const hmac = (key: Buffer, text: string) => createHmac("sha256", key).update(text).digest();
const md5 = (text: string | Buffer) => createHash("md5").update(text).digest("hex");
const READY = say("Z", "I");

function* endless(message: Buffer) {
  for (;;) yield message;
}

/** Messages as they come in; the first has no type. */
async function* messagesOf(socket: Socket, heard: (text: string) => void) {
  let buffer = Buffer.alloc(0);
  let head = 0;
  for await (const chunk of socket) {
    heard(chunk.toString("latin1"));
    buffer = Buffer.concat([buffer, chunk]);
    while (buffer.length >= head + 4 && buffer.length >= head + buffer.readInt32BE(head)) {
      const size = head + buffer.readInt32BE(head);
      yield buffer.subarray(head + 4, size);
      buffer = buffer.subarray(size);
      head = 1;
    }
  }
}

/** Signs the client in with SCRAM, from its first message on: what is answered, and whether the password is right. */
function scramServer(password: string, fault: PostgresFault | undefined) {
  const salt = randomBytes(16);
  const rounds = 4096;
  let said = "";
  return {
    challenge(first: string) {
      const bare = first.slice(first.indexOf("n="));
      const nonce = `${bare.slice(bare.indexOf("r=") + 2)}server`;
      const text = `r=${nonce},s=${salt.toString("base64")},i=${fault === "rounds" ? 900_000_000 : rounds}`;
      said = `${bare},${text}`;
      return say("R", int32(11), text);
    },
    end(final: string) {
      const [without = "", proof = ""] = final.split(",p=");
      const salted = pbkdf2Sync(password, salt, rounds, 32, "sha256");
      const key = hmac(salted, "Client Key");
      const all = `${said},${without}`;
      const signature = hmac(createHash("sha256").update(key).digest(), all);
      const expected = Buffer.from(key.map((byte, at) => byte ^ (signature[at] ?? 0))).toString("base64");
      const shown = hmac(hmac(salted, fault === "wrong-proof" ? "Another Key" : "Server Key"), all);
      return proof === expected ? say("R", int32(12), `v=${shown.toString("base64")}`) : undefined;
    },
  };
}

/** PostgreSQL as far as a sign-in and two statements go, over TLS, and what can be in its place. */
export async function startPostgresSandbox(certificate: TestCertificate): Promise<PostgresSandbox> {
  const sockets = new Set<Socket>();
  const login = { user: "reader", password: "canary-of-the-password", database: "shop" };

  async function talk(socket: Socket) {
    const { fault } = sandbox;
    const heard = messagesOf(socket, (text) => (sandbox.behind += text));
    const hear = async () => (await heard.next()).value?.toString("latin1").replace(/\0$/, "") ?? "";
    const end = (last: Buffer) => void socket.end(last);
    const words = (await hear()).slice(4).split("\0");
    const given = (name: string) => words[words.indexOf(name) + 1];
    if (fault === "silent") return;
    if (fault === "cut") return socket.destroy();
    if (fault === "huge") return socket.write(Buffer.concat([Buffer.from("R"), int32(0x7fffffff)]));
    if (fault === "short-length") return socket.write(Buffer.concat([Buffer.from("R"), int32(0)]));
    if (fault === "no-end") return socket.write(say("E", "SFATAL"));
    if (fault === "notices") return Readable.from(endless(say("N", `SNOTICE\0M${"x".repeat(8000)}\0\0`))).pipe(socket);
    if (fault?.startsWith("code ")) return end(refusal(fault.slice(5)));
    if (fault === "kerberos") return socket.write(say("R", int32(7)));
    if (fault === "plain" || fault === "md5") {
      const salt = Buffer.from("salt");
      socket.write(fault === "plain" ? say("R", int32(3)) : say("R", int32(5), salt));
      const digest = md5(Buffer.concat([Buffer.from(md5(login.password + login.user)), salt]));
      if ((await hear()) !== (fault === "plain" ? login.password : `md5${digest}`)) return end(refusal("28P01"));
    } else if (fault !== "trust") {
      const scram = scramServer(login.password, fault);
      socket.write(say("R", int32(10), "SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0"));
      socket.write(scram.challenge(await hear()));
      const last = scram.end(await hear());
      if (!last || given("user") !== login.user) return end(refusal("28P01"));
      socket.write(last);
    }
    if (given("database") !== login.database) return end(refusal("3D000"));
    socket.write(
      Buffer.concat([say("R", int32(0)), say("S", "server_version\x0016.4\0"), say("K", int32(1), int32(2)), READY]),
    );
    for (let sql = await hear(); sql; sql = await hear()) {
      const [has, mayRead] = sandbox.rights.map((right) => (right ? "t" : "f"));
      const name = fault === "long-names" ? `\u202e${"é".repeat(300)}\n` : login.user;
      if (sql === "SELECT 1") socket.write(row([fault === "other-row" ? "2" : "1"]));
      else if (fault === "no-rights-query") socket.write(refusal("42883"));
      else socket.write(row([name, login.database, "160004", has ?? "", mayRead ?? ""]));
      socket.write(Buffer.concat([say("C", "SELECT 1\0"), READY]));
    }
  }

  const server = createServer((plain) => {
    sockets.add(plain);
    plain.on("close", () => sockets.delete(plain)).on("error", () => undefined);
    plain.once("data", (request) => {
      const { fault } = sandbox;
      sandbox.before += request.toString("latin1");
      if (fault === "http") return void plain.end("HTTP/1.1 400 Bad Request\r\n\r\n");
      if (fault === "no-tls") return void plain.write("N");
      if (fault === "extra-bytes") return void plain.write(Buffer.concat([Buffer.from("S"), refusal("28P01")]));
      plain.write("S");
      const { cert, key } = sandbox.certificate;
      const socket = new TLSSocket(plain, { isServer: true, secureContext: createSecureContext({ cert, key }) });
      socket.on("error", () => undefined);
      talk(socket).catch(() => socket.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const sandbox: PostgresSandbox = {
    port: typeof address === "object" && address ? address.port : 0,
    login,
    fault: undefined,
    certificate,
    rights: [true, true],
    before: "",
    behind: "",
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return sandbox;
}
