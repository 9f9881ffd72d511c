import type { Command } from "commander";
import { usage } from "../failure";
import { type Host, say } from "../host";
import { showJson, showParts } from "../output/show";
import { Client, type Json } from "../session/client";
import { configFile, findConnection, forgetConnection, keepConnection, parseUrl } from "../session/connection";
import { askHidden, askVisible, readAll } from "../session/prompt";

async function urlToUse(host: Host, named: string | undefined): Promise<string> {
  if (named) return parseUrl(host, named);
  const { url } = await findConnection(host);
  if (url) return url;
  if (!host.stdin.isTTY) throw usage("Give the address: latchkey login https://latchkey.example.com");
  return parseUrl(host, await askVisible(host, "Address of Latchkey: "));
}

async function tokenToUse(host: Host): Promise<string> {
  const text = host.stdin.isTTY ? await askHidden(host, "Token: ") : await readAll(host);
  const token = text.trim();
  if (!/^lk_[0-9A-Za-z]{46}$/.test(token))
    throw usage("This isn't a Latchkey token, which starts with lk_ and has 49 characters.");
  return token;
}

async function login(host: Host, named: string | undefined): Promise<void> {
  const url = await urlToUse(host, named);
  const token = await tokenToUse(host);
  const me = await new Client(host, { url, token }).get("/me");
  const file = await keepConnection(host, { url, token });
  say(host, `Signed in to ${me.workspace?.name ?? url} with the token "${me.name}". Kept in ${file}.`);
}

async function logout(host: Host): Promise<void> {
  const isGone = await forgetConnection(host);
  const words = isGone
    ? "The token is gone from this machine. It still works elsewhere: revoke it if you no longer need it."
    : `There's no token in ${configFile(host)}.`;
  say(host, words);
  if (host.env.LATCHKEY_TOKEN) say(host, "LATCHKEY_TOKEN is still set.");
}

const sourcesOf = ({ sources }: Json) =>
  sources === undefined
    ? undefined
    : Array.isArray(sources)
      ? sources.map((one) => one.name ?? one).join(", ")
      : String(sources.listed ? sources.listed.map(({ name }: Json) => name).join(", ") : sources);

async function showMe(host: Host, { json }: { json?: boolean }): Promise<void> {
  const client = await Client.of(host);
  const me = await client.get("/me");
  if (json) return showJson(host, { url: client.url, ...me });
  await showParts(host, {
    address: client.url,
    workspace: me.workspace?.name,
    [me.kind ?? "token"]: me.name,
    role: me.role,
    scopes: me.scopes?.join(", "),
    "data sources": sourcesOf(me),
  });
}

/** `latchkey login`, `logout`, `whoami`. */
export function addSessionCommands(program: Command, host: Host): void {
  program
    .command("login")
    .summary("keep a token on this machine")
    .description("Asks for a token, or reads it from standard input, and keeps it for you only.")
    .argument("[url]", "address of Latchkey")
    .addHelpText("after", "\nExample:\n  latchkey login https://latchkey.example.com < token.txt")
    .action((named?: string) => login(host, named));
  program
    .command("logout")
    .description("forget the token kept on this machine")
    .action(() => logout(host));
  program
    .command("whoami")
    .description("say which token this is, and what it can do")
    .option("--json", "as JSON")
    .action((options) => showMe(host, options));
}
