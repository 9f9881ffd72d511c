import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** Variables of a real installation. A demo that took them over would write into its database, or refuse its own origin. */
const FOREIGN = ["DATABASE_URL", "SEALING_KEY", "AUTH_SECRET", "FINGERPRINT_KEY", "SETUP_TOKEN", "PUBLIC_URL"].flatMap(
  (name) => [name, `${name}_FILE`],
);
const PATIENCE_MS = 15_000;

export type AppProcess = {
  /** Resolves when the app answers that it is ready, throws when it ends before. */
  ready(url: string): Promise<void>;
  onExit(listener: (code: number | null) => void): void;
  stop(): Promise<void>;
};

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** Ends the app and whatever it started: it leads a process group of its own. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name);
  } catch {
    // It ended in the meantime.
  }
}

/** This environment with the settings, and without what belongs to a real installation. */
export function ownEnvironment(settings: Record<string, string>): NodeJS.ProcessEnv {
  // Empty, not absent: an `.env` file fills in only what is absent.
  return { ...process.env, ...Object.fromEntries(FOREIGN.map((name) => [name, ""])), ...settings };
}

const SERVER = ["lib/cli/start.mjs"];

/** Starts the app of this repository, apart from the terminal's Ctrl+C: `stop` decides when it ends. */
export function startApp(
  root: string,
  settings: Record<string, string>,
  command: readonly string[] = SERVER,
): AppProcess {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: ownEnvironment(settings),
    stdio: ["ignore", "inherit", "inherit"],
    detached: true,
  });
  let failure: Error | undefined;
  child.once("error", (error) => {
    failure = error;
  });
  process.once("exit", () => {
    if (isRunning(child)) signal(child, "SIGKILL");
  });
  return {
    ready: async (url) => {
      for (;;) {
        if (failure) throw failure;
        if (!isRunning(child)) throw new Error("The app ended before it was ready; its own message is above.");
        const response = await fetch(`${url}/api/ready`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
        await response?.body?.cancel();
        if (response?.status === 200) return;
        await wait(400);
      }
    },
    onExit: (listener) => {
      child.once("exit", listener);
    },
    stop: async () => {
      if (!isRunning(child) || child.pid === undefined) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const patience = setTimeout(() => signal(child, "SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(patience);
      // Whatever it left behind.
      signal(child, "SIGKILL");
    },
  };
}
