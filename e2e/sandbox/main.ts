import { FAULTS } from "./faults";
import { onStop } from "./on-stop";
import { assertPortIsFree, portOf } from "./port-of";
import { FLAGS, sandboxFlags } from "./sandbox-flags";
import { startClariSandbox } from "./start-clari-sandbox";

const DAY = 86_400_000;

async function main(): Promise<void> {
  const port = portOf("SANDBOX_PORT", 4010);
  await assertPortIsFree(port, "127.0.0.1", "SANDBOX_PORT");
  const sandbox = await startClariSandbox({
    port,
    page: true,
    until: Math.floor(Date.now() / DAY) * DAY,
    ...sandboxFlags(process.argv.slice(2)),
  });
  onStop(sandbox.close);
  console.log(`
Clari Copilot sandbox: ${sandbox.url} (open it in a browser to generate a new pair and to see requests)

  API Key       ${sandbox.pair.apiKey}
  API Password  ${sandbox.pair.apiPassword}

Point the app at it with CLARI_COPILOT_BASE_URL=${sandbox.url}
To try a fault, use one of these as the API Key, with any password:

${FAULTS.map(({ example, description }) => `  ${`fault:${example}`.padEnd(22)} ${description}`).join("\n")}

To make it hard to read: npm run sandbox -- ${FLAGS}

Ctrl+C stops it.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "The sandbox could not start.");
  process.exitCode = 1;
});
