import { spawn, spawnSync } from "node:child_process";

export const isInstalled = (program: string): boolean => spawnSync("which", [program]).status === 0;

/** Runs a scanner to its end, or until its seconds are over; what it wrote. */
export function runTool(program: string, args: readonly string[], seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], detached: true });
    let output = "";
    child.stdout.on("data", (data) => (output += data));
    child.stderr.on("data", (data) => (output += data));
    // A group of its own: whatever it started ends with it.
    const timer = setTimeout(() => {
      output += `\nended after ${seconds} s\n`;
      process.kill(-(child.pid ?? 0), "SIGKILL");
    }, seconds * 1000);
    child.once("error", reject);
    child.once("close", () => {
      clearTimeout(timer);
      resolve(output);
    });
  });
}
