import type { ClariSandbox } from "../../sandbox/clari-sandbox";
import { startClariSandbox } from "../../sandbox/start-clari-sandbox";
import type { ProviderAnswer, ProviderTask } from "./reading-provider";

// The process of the provider that reads are measured with: it would slow down whoever asks if it shared their event loop.

const UNLIMITED = { ratePerSecond: Number.POSITIVE_INFINITY, ratePerWeek: Number.POSITIVE_INFINITY };
/** Asked for once with its count and again without is the same page. */
const pageOf = (query: string) => query.replace(/&?includePagination=\w+/, "");

let clari: ClariSandbox | undefined;

async function become(options: Extract<ProviderTask, { task: "become" }>["options"]): Promise<ClariSandbox> {
  const same = clari && { pair: clari.pair, port: Number(new URL(clari.url).port) };
  await clari?.close();
  return startClariSandbox({ ...UNLIMITED, until: Date.now(), ...options, ...same });
}

async function answer(task: ProviderTask): Promise<ProviderAnswer> {
  if (task.task === "become") clari = await become(task.options);
  if (!clari) throw new Error("The provider became nothing yet.");
  const pages = clari.requests.filter(({ path }) => path === "/calls").map(({ query }) => pageOf(query));
  return {
    url: clari.url,
    pair: clari.pair,
    ids: task.task === "report" ? clari.calls.ids() : [],
    requests: pages.length,
    again: pages.length - new Set(pages).size,
    faults: clari.requests.filter(({ fault }) => fault !== null).length,
  };
}

process.on("message", (task: ProviderTask) => {
  answer(task).then(
    (found) => process.send?.(found),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
// Whoever started it ended.
process.on("disconnect", () => process.exit(0));
