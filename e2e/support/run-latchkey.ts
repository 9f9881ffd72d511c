import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { scratchRoot } from "./scratch-root";

/** The command line as the build made it: one file, of which a copy is made where nothing else is. */
export const LATCHKEY = fileURLToPath(new URL("../../.next/commands/latchkey.mjs", import.meta.url));

export type Ran = { code: number | null; out: string; err: string };

/** A command line on a machine of its own: with a folder, and nothing in the environment but what it is given. */
export class Machine {
  readonly folder = mkdtempSync(path.join(scratchRoot(), "latchkey-command-"));
  readonly env: Record<string, string>;

  constructor(env: Record<string, string> = {}) {
    this.env = { PATH: `${path.dirname(process.execPath)}:/usr/bin:/bin`, XDG_CONFIG_HOME: this.folder, ...env };
  }

  file = (name: string) => path.join(this.folder, name);

  start(words: string[], input = "", program = LATCHKEY) {
    const child = spawn(process.execPath, [program, ...words], {
      cwd: this.folder,
      env: this.env as NodeJS.ProcessEnv,
      stdio: ["pipe", "pipe", "pipe"],
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString("utf8")));
    // It may have ended before it read anything.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
    const ended = new Promise<Ran>((resolve) => child.once("close", (code) => resolve({ code, out, err })));
    return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
  }

  run(words: string[], input?: string): Promise<Ran> {
    return this.start(words, input).ended;
  }

  /** Runs it with `--json`, and expects it to be done. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever the command tells
  async json(words: string[], input?: string): Promise<any> {
    const { code, out, err } = await this.run([...words, "--json"], input);
    if (code !== 0) throw new Error(`latchkey ${words.join(" ")} ended with ${code}: ${err}`);
    return JSON.parse(out);
  }
}
