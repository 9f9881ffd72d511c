import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { startClariSandbox } from "@/e2e/sandbox/start-clari-sandbox";

/** A Clari of its own and an empty data folder, and the environment that leads to both. Imports nothing of the app. */
export async function startClariHome() {
  const folder = mkdtempSync(`${tmpdir()}/latchkey-life-`);
  const clari = await startClariSandbox({ ratePerSecond: 10_000 });
  const env: Record<string, string> = {
    DATA_DIR: folder,
    LOG_LEVEL: "silent",
    DATABASE_URL: "",
    CLARI_COPILOT_BASE_URL: clari.url,
    CHECKS_PER_MINUTE_OF_MEMBER: "10000",
    CHECKS_PER_MINUTE_OF_WORKSPACE: "10000",
  };
  const close = async () => {
    await clari.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { clari, env, close };
}
