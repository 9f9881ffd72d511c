import { existsSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "./start-app";
import { startService } from "./start-service";

const PGBOUNCER = "/usr/sbin/pgbouncer";

/** Whether PgBouncer is where Debian installs it. */
export const hasPooler = (): boolean => existsSync(PGBOUNCER);

export type Pooler = { url: string; stop(): Promise<void> };

/**
 * PgBouncer in transaction mode before a database that trusts this machine. Few connections, so that statements of one
 * client come to sessions of others.
 * @param settings more lines of its configuration
 */
export async function startPooler(databaseUrl: string, settings: Record<string, string> = {}): Promise<Pooler> {
  const { hostname, port, username, pathname } = new URL(databaseUrl);
  const folder = await mkdtemp(path.join(tmpdir(), "latchkey-pooler-"));
  // It does not run as root, and whoever it runs as reads its configuration there.
  await chmod(folder, 0o755);
  const own = await freePort();
  const lines = {
    listen_addr: "127.0.0.1",
    listen_port: String(own),
    unix_socket_dir: "",
    auth_type: "any",
    pool_mode: "transaction",
    default_pool_size: "4",
    max_client_conn: "200",
    ...settings,
  };
  const configuration = path.join(folder, "pgbouncer.ini");
  await writeFile(
    configuration,
    [
      "[databases]",
      `* = host=${hostname} port=${port} user=${username}`,
      "[pgbouncer]",
      ...Object.entries(lines).map(([name, value]) => `${name} = ${value}`),
    ].join("\n"),
  );
  const service = await startService(PGBOUNCER, [configuration], { port: own, user: "postgres" });
  return {
    url: `postgresql://${username}@127.0.0.1:${own}${pathname}`,
    stop: async () => {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
