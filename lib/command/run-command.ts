import { CommanderError } from "commander";
import { EXIT, Failure, failureLines, isFailure } from "./failure";
import { flush, type Host, say } from "./host";
import { toJson } from "./output/show";
import { makeProgram } from "./program";

const isCommander = (error: unknown): error is CommanderError =>
  error instanceof Error && error.name === CommanderError.name;

const messageOf = ({ message, code }: NodeJS.ErrnoException) => message || code || "failed";

function tell(host: Host, error: unknown, isJson: boolean): number {
  if (isCommander(error)) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  const failure = isFailure(error) ? error : new Failure(EXIT.failed, messageOf(error as NodeJS.ErrnoException));
  const { exitCode, problem, message } = failure;
  if (exitCode === EXIT.nobodyListens) return exitCode;
  if (isJson) say(host, toJson({ ...(problem ?? { detail: message }), exitCode }));
  else for (const [at, line] of failureLines(failure).entries()) say(host, at === 0 ? `latchkey: ${line}` : line);
  return exitCode;
}

/** Runs one command. What the process ends with. */
export async function runCommand(host: Host, words: readonly string[]): Promise<number> {
  try {
    await makeProgram(host).parseAsync(words, { from: "user" });
    await flush(host);
    return EXIT.done;
  } catch (error) {
    // What an interruption made fail is not what failed.
    const reason: unknown = host.signal.aborted ? host.signal.reason : error;
    return tell(host, reason, words.includes("--json"));
  }
}
