import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createSecureContext, TLSSocket } from "node:tls";
import pg from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import { makeTestCertificates, type TestCertificate } from "@/e2e/sandbox/test-certificates";
import { database } from "@/lib/platform/database";
import { forgetAll } from "@/lib/platform/process-state.mjs";
import { randomId } from "@/lib/platform/random-id";
import { askPostgres, RIGHTS } from "./ask-postgres";

// The first to open a database waits for it.
beforeAll(async () => {
  await database();
});

type Rights = [string, string, string, boolean, boolean];

it("what is asked about rights is understood by PostgreSQL, and answered by the user's own", async () => {
  const client = await (await database()).pool.connect();
  const role = `probe_${randomId()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")}`;
  const ask = async () => (await client.query<Rights>({ text: RIGHTS, rowMode: "array" })).rows[0];
  try {
    await client.query("BEGIN");
    await client.query(`CREATE ROLE ${role}`);
    expect(await ask()).toMatchObject({ 2: expect.stringMatching(/^\d{6}$/), 3: true, 4: true });
    await client.query(`SET LOCAL ROLE ${role}`);
    expect(await ask()).toMatchObject({ 0: role, 3: true, 4: false });
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
});

/** TLS in front of a server that has none. */
async function startFront({ cert, key }: TestCertificate, to: { host: string; port: number }) {
  const secureContext = createSecureContext({ cert, key });
  const server = createServer((plain) => {
    plain
      .on("error", () => undefined)
      .once("data", () => {
        plain.write("S");
        const socket = new TLSSocket(plain, { isServer: true, secureContext });
        const behind = connect(to);
        socket.pipe(behind).pipe(socket);
        for (const end of [socket, behind]) end.on("error", () => undefined).on("close", () => plain.destroy());
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return { port: typeof address === "object" && address ? address.port : 0, close: () => server.close() };
}

// biome-ignore lint/style/noProcessEnv: a setting of the tests and none of the server's.
const adminUrl = process.env.E2E_POSTGRES_URL;

it.skipIf(!adminUrl)(
  "I12: a real server is signed in to with SCRAM, and tells wrong passwords and databases",
  async () => {
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    const user = `probe_${randomId()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")}`;
    const folder = mkdtempSync(path.join(tmpdir(), "latchkey-authority-"));
    const { authority, good } = await makeTestCertificates();
    writeFileSync(path.join(folder, "authority.pem"), authority);
    vi.stubEnv("DATABASE_CA_FILE", path.join(folder, "authority.pem"));
    forgetAll();
    const { host, port, database: name = "" } = admin;
    const front = await startFront(good, { host, port });
    const ask = (more: object = {}) =>
      askPostgres(
        { host: "127.0.0.1", port: front.port, allowPrivate: true },
        { user, password: "a password of the test", database: name, ...more },
        { endsAt: performance.now() + 20_000, signal: undefined },
      );
    try {
      await admin.query(`CREATE ROLE ${user} LOGIN PASSWORD 'a password of the test'`);
      const { outcome, code, identity } = await ask();
      // Where the server trusts this machine, that is what has to be found out.
      if (code === "NOT_ASKED") return;
      expect(["accepted", "may-not-read"]).toContain(outcome);
      expect(identity?.text).toMatch(new RegExp(`^${user}@${name}, PostgreSQL \\d+$`));
      expect(await ask({ password: "another" })).toMatchObject({ outcome: "refused", code: "28P01" });
      expect(await ask({ database: "nowhere" })).toMatchObject({ outcome: "tenant-not-found", code: "3D000" });
    } finally {
      await admin.query(`DROP ROLE ${user}`);
      await admin.end();
      front.close();
      rmSync(folder, { recursive: true });
    }
  },
);
