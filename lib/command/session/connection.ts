import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { EXIT, Failure, usage } from "../failure";
import { type Host, say } from "../host";
import { parseJson } from "./parse-json";

/** Where Latchkey is, without a slash at the end, and the token that is shown to it. */
export type Connection = { url: string; token: string };

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Kept for one person alone: by the specification of XDG, whose variable counts only where it is a whole path. */
export function configFile({ env }: Pick<Host, "env">): string {
  const { XDG_CONFIG_HOME = "", HOME } = env;
  const home = path.isAbsolute(XDG_CONFIG_HOME) ? XDG_CONFIG_HOME : path.join(HOME || homedir(), ".config");
  return path.join(home, "latchkey", "config.json");
}

/** An address as people paste it, cut to what all others begin with. */
export function parseUrl(host: Pick<Host, "stderr">, text: string): string {
  let url: URL;
  try {
    url = new URL(text.includes("://") ? text : `https://${text}`);
  } catch {
    throw usage("This isn't an address. Enter one like https://latchkey.example.com.");
  }
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.search)
    throw usage("Enter an http or https address, without a user name, password or query.");
  if (url.protocol === "http:" && !LOOPBACK.test(url.hostname))
    host.stderr.write("latchkey: with http, anyone on the network can read the token. Use https.\n");
  return url.origin;
}

async function readConfig(host: Host): Promise<Partial<Connection>> {
  const file = configFile(host);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new Failure(EXIT.failed, `${file} cannot be read: ${error.code}.`);
  });
  if (text === undefined) return {};
  if (process.platform !== "win32" && ((await stat(file)).mode & 0o077) !== 0)
    say(host, `latchkey: others on this machine can read ${file}. Run chmod 600 on it.`);
  const { url, token } = (parseJson(file, text) ?? {}) as Record<string, unknown>;
  return typeof url === "string" && typeof token === "string" ? { url, token } : {};
}

/** Where to go on from: the environment's, or what `login` kept. A kept token is shown to its own server alone. */
export async function findConnection(host: Host): Promise<Partial<Connection>> {
  const { LATCHKEY_URL, LATCHKEY_TOKEN } = host.env;
  const named = LATCHKEY_URL ? parseUrl(host, LATCHKEY_URL) : undefined;
  if (named && LATCHKEY_TOKEN) return { url: named, token: LATCHKEY_TOKEN };
  const kept = await readConfig(host);
  const url = named ?? kept.url;
  const token = LATCHKEY_TOKEN || (url === kept.url ? kept.token : undefined);
  return { ...(url === undefined ? {} : { url }), ...(token === undefined ? {} : { token }) };
}

export async function requireConnection(host: Host): Promise<Connection> {
  const { url, token } = await findConnection(host);
  if (url && token) return { url, token };
  const missing = url ? `There's no token for ${url}.` : "You're not signed in.";
  throw new Failure(EXIT.notAllowed, `${missing} Run latchkey login, or set LATCHKEY_URL and LATCHKEY_TOKEN.`);
}

/** Nobody else may read it, at no moment: it is written under another name, with its mode, and moved. */
export async function keepConnection(host: Host, connection: Connection): Promise<string> {
  const file = configFile(host);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(fresh, `${JSON.stringify(connection, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  await chmod(fresh, 0o600);
  await rename(fresh, file);
  return file;
}

export async function forgetConnection(host: Host): Promise<boolean> {
  try {
    await rm(configFile(host));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
