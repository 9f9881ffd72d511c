// The `latchkey` command: one file that needs Node.js and nothing else. See docs/decisions/0033-the-command-line.md.
import path from "node:path";
import { EXIT, Failure } from "./failure";
import type { Host } from "./host";
import { runCommand } from "./run-command";

const stop = new AbortController();
const stopBy = (exitCode: number, message: string) => () => {
  // Whoever asks twice does not want to wait.
  if (stop.signal.aborted) process.exit(exitCode);
  stop.abort(new Failure(exitCode, message));
};
process.on("SIGINT", stopBy(EXIT.interrupted, "Interrupted."));
process.on("SIGTERM", stopBy(EXIT.terminated, "Told to stop."));
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") stopBy(EXIT.nobodyListens, "Nothing reads the output any more.")();
  else stopBy(EXIT.failed, `The output cannot be written: ${error.code ?? error.message}.`)();
});
process.stderr.on("error", () => undefined);

/** Runners of Singer call a tap without a word before its options: by this name of the file it is one. */
const words = (file = "") => (path.parse(file).name === "tap-latchkey" ? ["tap"] : []);

async function main(): Promise<void> {
  const { argv, env, stdin, stdout, stderr } = process;
  const host: Host = { env, stdin, stdout, stderr, signal: stop.signal };
  process.exitCode = await runCommand(host, [...words(argv[1]), ...argv.slice(2)]);
  // Nothing is waited for: a connection that is kept open would hold the process for seconds.
  stdout.write("", () => process.exit());
}

void main();
