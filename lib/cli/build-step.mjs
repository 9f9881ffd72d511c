import { spawnSync } from "node:child_process";
import path from "node:path";
import { actionsKey } from "./actions-key.mjs";
import { MARKS } from "./build-marks.mjs";

/**
 * What a step of the build finds in its environment: a mark in place of every secret, and the key of the ids of actions
 * that the installation keeps.
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOfBuild() {
  const key = actionsKey();
  return {
    ...process.env,
    ...MARKS,
    ...(key === undefined ? {} : { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key }),
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/**
 * Runs one step in a process of its own, which says nothing unless it fails.
 * @param {string} root @param {string} title @param {string} file @param {string[]} args @param {Record<string, string>} [more]
 */
export function runBuildStep(root, title, file, args, more) {
  process.stdout.write(`${title} …\n`);
  const env = { ...environmentOfBuild(), ...more };
  const result = spawnSync(process.execPath, [path.join(root, file), ...args], { cwd: root, env });
  if (result.status === 0) return;
  process.stderr.write(Buffer.concat([result.stdout ?? Buffer.alloc(0), result.stderr ?? Buffer.alloc(0)]));
  throw new Error(`${title} failed`);
}
