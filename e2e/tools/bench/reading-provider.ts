import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { ClariSandboxOptions } from "../../sandbox/clari-sandbox";

/** What such a provider is: `count` calls of the past and to come, and how often it fails. */
export type ProviderOptions = Pick<ClariSandboxOptions, "generated" | "boundary" | "flaky">;
export type ProviderTask = { task: "become"; options: ProviderOptions } | { task: "report" };
export type ProviderAnswer = {
  url: string;
  pair: { apiKey: string; apiPassword: string };
  /** Of all its calls, in the order of their times; of a report only. */
  ids: string[];
  /** For pages of calls, since it became what it is; how many were for a page that was asked for before. */
  requests: number;
  again: number;
  faults: number;
};

export type ReadingProvider = {
  /** Other calls at the same address and with the same pair. */
  become(options: ProviderOptions): Promise<ProviderAnswer>;
  report(): Promise<ProviderAnswer>;
  close(): Promise<void>;
};

/** A provider without limits, in a process of its own. */
export function startReadingProvider(): ReadingProvider {
  const child = fork(fileURLToPath(new URL("reading-provider-main.ts", import.meta.url)));
  const ended = new Promise<never>((_, reject) =>
    child.once("exit", () => reject(new Error("The provider of the reads ended."))),
  );
  ended.catch(() => undefined);
  const ask = async (task: ProviderTask): Promise<ProviderAnswer> => {
    const answered = once(child, "message") as Promise<[ProviderAnswer]>;
    child.send(task);
    const [found] = await Promise.race([answered, ended]);
    return found;
  };
  return {
    become: (options) => ask({ task: "become", options }),
    report: () => ask({ task: "report" }),
    close: async () => {
      if (child.connected) child.disconnect();
      await ended.catch(() => undefined);
    },
  };
}
