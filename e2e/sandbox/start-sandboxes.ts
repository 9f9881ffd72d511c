import { randomUUID } from "node:crypto";
import path from "node:path";
import { newClariPair } from "./clari-pair";
import { keptJson, writeKeptJson } from "./kept-json";
import { startClariSandbox } from "./start-clari-sandbox";
import { startFirefliesSandbox } from "./start-fireflies-sandbox";
import { startGongSandbox } from "./start-gong-sandbox";

const DAY = 86_400_000;

/** A sandbox for each connector, with values that stay the same from run to run: they are kept in the folder. */
export async function startSandboxes(folder: string) {
  const pairFile = path.join(folder, "sandbox.json");
  const pair = await keptJson(pairFile, newClariPair);
  const keys = await keptJson(path.join(folder, "other-sandboxes.json"), () => ({
    accessKey: `GONG${randomUUID()}`,
    accessKeySecret: randomUUID() + randomUUID(),
    apiKey: randomUUID(),
  }));
  const { apiKey, ...gongPair } = keys;
  const [clari, gong, fireflies] = await Promise.all([
    startClariSandbox({
      pair,
      page: true,
      until: Math.floor(Date.now() / DAY) * DAY,
      onNewPair: (made) => {
        writeKeptJson(pairFile, made).catch(() => console.error("The new pair could not be kept for the next run."));
      },
    }),
    startGongSandbox(gongPair),
    startFirefliesSandbox({ apiKey }),
  ]);
  return {
    clari,
    pairs: { "clari-copilot": clari.pair, gong: gongPair, fireflies: { apiKey } },
    settings: { CLARI_COPILOT_BASE_URL: clari.url, GONG_BASE_URL: gong.url, FIREFLIES_BASE_URL: fireflies.url },
    close: async () => {
      await Promise.all([clari.close(), gong.close(), fireflies.close()]);
    },
  };
}
