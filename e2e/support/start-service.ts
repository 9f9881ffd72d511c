import { spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

export type Service = { output(): string; stop(): Promise<void> };

const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.end());
  });

/**
 * Starts a program that stays in the foreground, and waits until it listens; rejects with its words where it ends.
 * @param user whom it runs as where this runs as root
 */
export async function startService(
  file: string,
  args: readonly string[],
  { port, user }: { port: number; user?: string },
): Promise<Service> {
  const asOther = user !== undefined && process.getuid?.() === 0;
  const [program = file, ...rest] = asOther
    ? ["setpriv", `--reuid=${user}`, "--clear-groups", file, ...args]
    : [file, ...args];
  const child = spawn(program, rest, { cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  for (let attempt = 0; !(await isOpen(port)); attempt += 1) {
    if (child.exitCode !== null || attempt > 100) {
      child.kill("SIGKILL");
      throw new Error(`${file} does not listen: ${output}`);
    }
    await wait(50);
  }
  return {
    output: () => output,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await ended;
    },
  };
}
