// Runs a command of the operator as the build has it: `node lib/cli/operator.mjs keys status`. Silent but for its own
// lines and warnings.
import { isBuilt } from "./build.mjs";

const [, , area = ""] = process.argv;
const isOwnProgram = area === "audit" || area === "reset-password";

// Built from other sources they would meet migrations that they do not know, and apply them.
if (!isBuilt()) {
  process.stderr.write("Latchkey is not built, or was built from other sources. Run npm run build first.\n");
  process.exit(area === "audit" ? 2 : 1);
}
Object.assign(process.env, { NODE_ENV: "production", LOG_LEVEL: process.env.LOG_LEVEL || "warn" });
// They read their own arguments, without the name.
if (isOwnProgram) process.argv.splice(2, 1);
await import(new URL(`../../.next/commands/${isOwnProgram ? area : "operator"}.mjs`, import.meta.url).href);
