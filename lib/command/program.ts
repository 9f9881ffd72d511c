import { Command } from "commander";
import { addAuditCommands } from "./commands/audit";
import { addCompletionCommand } from "./commands/completion";
import { addConnectorsCommand } from "./commands/connectors";
import { addCredentialsCommands } from "./commands/credentials";
import { addReadCommand } from "./commands/read";
import { addSessionCommands } from "./commands/session";
import { addSourcesCommands } from "./commands/sources";
import { addTapCommand } from "./commands/tap";
import { addTokensCommands } from "./commands/tokens";
import { addWaitCommand } from "./commands/wait";
import { EXIT_WORDS } from "./failure";
import type { Host } from "./host";
import { VERSION } from "./version";

const exitCodes = () => EXIT_WORDS.map(([code, words]) => `  ${String(code).padStart(3)}  ${words}`).join("\n");

/** All that the command line can do. */
export function makeProgram(host: Host): Command {
  const program = new Command("latchkey")
    .description("Keep data source credentials, and read through them, from the command line.")
    .version(VERSION)
    .showHelpAfterError("(latchkey help says more)")
    .addHelpText(
      "after",
      `\nExit codes:\n${exitCodes()}\n\nLATCHKEY_URL and LATCHKEY_TOKEN stand in for latchkey login.`,
    );
  // Before the commands: each takes them over.
  program.exitOverride().configureOutput({
    writeOut: (text) => void host.stdout.write(text),
    writeErr: (text) => void host.stderr.write(text),
  });
  addSessionCommands(program, host);
  addConnectorsCommand(program, host);
  addCredentialsCommands(program, host);
  addSourcesCommands(program, host);
  addReadCommand(program, host);
  addTapCommand(program, host);
  addTokensCommands(program, host);
  addAuditCommands(program, host);
  addWaitCommand(program, host);
  addCompletionCommand(program, host);
  return program;
}
