import { hasPooler } from "../../support/start-pooler";
import { postgresBin } from "../../support/start-postgres";
import { quantile } from "../bench/statistics";
import { type Measured, measureInstances, type Sample } from "./measure-instances";
import { hasProxy, PROXIES } from "./start-proxy";

// `npm run bench:instances -- [minutes] [haproxy|nginx]`: two instances behind a proxy, stopped and started in turn under
// load. Prints figures; judges nothing.

const milliseconds = (times: number[], share: number) => quantile(times, share).toFixed(1);
const spread = (times: number[]) => `median ${milliseconds(times, 0.5)} ms, p99 ${milliseconds(times, 0.99)} ms`;

const countBy = (texts: string[]) =>
  [...new Set(texts)].map((text) => `${texts.filter((one) => one === text).length} × ${text}`).join(", ");

/** Of each half minute the last sample. */
function memoryLine(memory: Sample[], instance: number): string {
  const ofHalfMinute = new Map<number, Sample>();
  for (const sample of memory.filter((one) => one.instance === instance))
    ofHalfMinute.set(Math.floor(sample.seconds / 30), sample);
  return [...ofHalfMinute.values()].map(({ seconds, megabytes }) => `${seconds} s: ${megabytes}`).join(", ");
}

function print({ proxy, load, stops, memory, proxyOutput }: Measured): void {
  const all = [...load.times.values()].flat();
  console.log(
    `${proxy}: ${all.length + load.failures.length} requests, ${load.failures.length} failed, ${stops} stops`,
  );
  for (const [kind, times] of [...load.times, ["all", all] as const])
    console.log(`  ${kind}: ${times.length}, ${spread(times)}`);
  if (load.failures.length > 0) {
    console.log(`  failed: ${countBy(load.failures.map(({ kind, reason }) => `${kind} ${reason}`))}`);
    console.log(`  first of them: ${JSON.stringify(load.failures.slice(0, 20))}`);
    console.log(proxyOutput.split("\n").slice(0, 20).join("\n"));
  }
  for (const instance of [0, 1]) console.log(`  instance ${instance + 1}, MB: ${memoryLine(memory, instance)}`);
}

const [minutes = "10", only] = process.argv.slice(2);
const proxies = PROXIES.filter((name) => hasProxy(name) && (only === undefined || only === name));
if (postgresBin() === undefined || !hasPooler() || proxies.length === 0)
  console.log("PostgreSQL, PgBouncer, and HAProxy or nginx have to be where Debian installs them.");
else for (const proxy of proxies) print(await measureInstances({ minutes: Number(minutes), proxy }));
