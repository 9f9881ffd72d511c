import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { ownEnvironment } from "./app-process";

/** Who can sign in to what was seeded; all with one password. */
export type Account = { role: string; name: string; email: string };

type Seed = {
  owner: { name: string; email: string; password: string };
  /** What each sandbox accepts, by connector and field. */
  pairs: Record<string, Record<string, string>>;
  settings: Record<string, string>;
};

/** Fills an installation that does not run yet. Throws where it could not be filled whole. */
export async function seedApp(root: string, { owner, pairs, settings }: Seed): Promise<Account[]> {
  const token = "the seed makes the owner itself";
  const child = spawn(
    process.execPath,
    ["node_modules/tsx/dist/cli.mjs", "--conditions=react-server", "lib/cli/seed/seed.ts"],
    {
      cwd: root,
      // Nobody waits for a minute's share of checks here.
      env: ownEnvironment({
        ...settings,
        SETUP_TOKEN: token,
        CHECKS_PER_MINUTE_OF_MEMBER: "1000",
        CHECKS_PER_MINUTE_OF_WORKSPACE: "1000",
      }),
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  child.stdin.end(JSON.stringify({ owner, token, pairs }));
  const [printed, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Error("The made-up workspace could not be filled; the reason is above.");
  const accounts: Account[] = JSON.parse(printed.trim().split("\n").at(-1) ?? "[]");
  return accounts;
}
