import { readFileSync, writeFileSync } from "node:fs";
import type { Send } from "@/lib/checks/ask-with";
import type { Connector } from "@/lib/connectors/connector";
import type { Proven } from "@/lib/connectors/proven";
import { connectors } from "@/lib/connectors/registry";
import { connectorBaseUrlOverride } from "@/lib/platform/env";
import { outboundRequest } from "@/lib/platform/outbound-request";
import { type Asked, askConnector, inventedValues, isAcceptance, isRefusal, valuesFrom } from "./ask-connector";

// `npm run connectors:ask -- refusal|acceptance [id …]`: asks providers themselves, once each and one after the other. It
// needs the internet and somebody who wants it; no test and no installation runs it.

const say = (line: string) => process.stdout.write(`${line}\n`);

const FILE = new URL("../connectors/proven.json", import.meta.url);
const [what, ...ids] = process.argv.slice(2);
if (what !== "refusal" && what !== "acceptance") {
  say("Say what to ask for: refusal or acceptance, and of which connectors. Without names: of all.");
  process.exit(2);
}
const unknown = ids.filter((id) => !connectors.some((connector) => connector.id === id));
if (unknown.length > 0) {
  say(`No connector is called ${unknown.join(" or ")}.`);
  process.exit(2);
}

const chosen = connectors.filter(({ id }) => ids.length === 0 || ids.includes(id));
const elsewhere = chosen.filter(({ id }) => connectorBaseUrlOverride(id) !== undefined);
if (elsewhere.length > 0) {
  say(
    `The environment sends ${elsewhere.map(({ name }) => name).join(" and ")} elsewhere: unset its …_BASE_URL to ask.`,
  );
  process.exit(2);
}

const send: Send = (request) => outboundRequest({ ...request, deadlineMs: 10_000, maxBodyBytes: 256 * 1024 });

const proven = JSON.parse(readFileSync(FILE, "utf8")) as Record<string, Proven>;
const today = new Date().toISOString().slice(0, 10);

function note({ id }: Connector, asked: Asked): boolean {
  if (what === "refusal" && asked.outcome === "tenant-not-found") {
    say(`unknown  ${id}: nobody has the invented name, so no key was looked at`);
    return true;
  }
  const isSo = what === "refusal" ? isRefusal(asked) : isAcceptance(asked);
  if (isSo) proven[id] = { ...proven[id], [what as "refusal" | "acceptance"]: today };
  say(`${isSo ? "as said" : "NOT SO "}  ${id}: ${asked.outcome}${asked.status ? `, status ${asked.status}` : ""}`);
  if (asked.shape !== undefined) say(`         ${JSON.stringify(asked.shape)}`);
  return isSo;
}

// biome-ignore lint/style/noProcessEnv: values of somebody's own account, for this one run
const environment = process.env;
let wrong = 0;
for (const connector of chosen) {
  const values = what === "refusal" ? inventedValues(connector) : valuesFrom(environment, connector);
  if (!values) say(`skipped  ${connector.id}: the environment has no values for it`);
  else if (!note(connector, await askConnector(connector, values, send))) wrong += 1;
}
const sorted = Object.fromEntries(Object.entries(proven).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
process.exit(wrong > 0 ? 1 : 0);
