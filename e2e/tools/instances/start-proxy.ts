import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startService } from "../../support/start-service";
import { documented } from "./documented";

export const PROXIES = ["haproxy", "nginx"] as const;
export type ProxyName = (typeof PROXIES)[number];
export type Proxy = { stop(): Promise<void>; output(): string };

const PROGRAMS: Record<ProxyName, string> = { haproxy: "/usr/sbin/haproxy", nginx: "/usr/sbin/nginx" };

/** Whether it is where Debian installs it. */
export const hasProxy = (name: ProxyName): boolean => existsSync(PROGRAMS[name]);

/** What the page leaves out, as it is about one site: where the program may write, and that it stays in front. */
const around: Record<ProxyName, (folder: string, site: string) => string> = {
  haproxy: (_folder, site) => `global\n  maxconn 1000\n${site}`,
  nginx: (folder, site) => `daemon off; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 1000; }
http { access_log off; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
${site} }`,
};

const words: Record<ProxyName, (file: string) => string[]> = {
  haproxy: (file) => ["-db", "-f", file],
  nginx: (file) => ["-c", file],
};

/** The proxy of docs/scaling.md before two instances on this machine. */
export async function startProxy(name: ProxyName, port: number, instances: readonly number[]): Promise<Proxy> {
  const folder = await mkdtemp(path.join(tmpdir(), `latchkey-${name}-`));
  const file = path.join(folder, "configuration");
  const [first, second] = instances.map((instance) => `127.0.0.1:${instance}`);
  const site = documented(name, {
    "10.0.0.11:3000": first ?? "",
    "10.0.0.12:3000": second ?? "",
    "0.0.0.0:8080": `127.0.0.1:${port}`,
  });
  await writeFile(file, around[name](folder, site));
  const service = await startService(PROGRAMS[name], words[name](file), { port });
  return {
    output: service.output,
    stop: async () => {
      await service.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
