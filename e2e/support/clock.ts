import type { App } from "./start-app";

const preload = new URL("move-clock.mjs", import.meta.url);

/** For `test.use({ settings })`: a server whose clock can be moved. */
export const MOVABLE_CLOCK = { NODE_OPTIONS: `--import=${preload}` };

export const MOVED_SECONDS = 16 * 60;

/** Puts the server's clock 16 minutes ahead: every sign-in until now is old. */
export async function moveClock({ process: server, output }: App): Promise<void> {
  const moves = () => output().split("clock moved to").length;
  const before = moves();
  server.kill("SIGUSR2");
  for (let attempt = 0; moves() === before; attempt += 1) {
    if (attempt > 100) throw new Error("the server's clock was not moved");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
