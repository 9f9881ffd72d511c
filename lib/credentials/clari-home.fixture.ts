import { startClariSandbox } from "@/e2e/sandbox/start-clari-sandbox";

/** A Clari of its own, and the environment that leads there without being held back. Imports nothing of the app. */
export async function startClariHome() {
  const clari = await startClariSandbox({ ratePerSecond: 10_000 });
  const env: Record<string, string> = {
    CLARI_COPILOT_BASE_URL: clari.url,
    CHECKS_PER_MINUTE_OF_MEMBER: "10000",
    CHECKS_PER_MINUTE_OF_WORKSPACE: "10000",
  };
  return { clari, env, close: clari.close };
}
