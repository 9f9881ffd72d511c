// The key that Next makes the ids of actions from. With another one, what is open in a browser cannot be saved any more:
// so it is the installation's and not the build's. It guards nothing else, as no action carries a closure (N5).
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: given, DATA_DIR } = process.env;
const file = path.resolve(DATA_DIR || "data", "keys", "actions.key");
const HEADER = "# Makes the ids of actions, the same at each build, so that open forms can be saved after an update.";

/** @param {string} text @param {string} source */
function check(text, source) {
  if (Buffer.from(text, "base64").length === 32 && /^[A-Za-z0-9+/]{43}=$/.test(text)) return text;
  throw new Error(`${source} must be 32 random bytes in base64: openssl rand -base64 32`);
}

function kept() {
  try {
    return check(
      readFileSync(file, "utf8")
        .replace(/^#.*\n/gm, "")
        .trim(),
      file,
    );
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === undefined) throw error;
    if (code !== "ENOENT" && code !== "ENOTDIR")
      process.stderr.write(`${file} cannot be read (${code}): forms that are open cannot be saved after this build.\n`);
    return undefined;
  }
}

/** The key for a build: the environment's, or the one that is kept. Undefined where Next may make one. */
export function actionsKey() {
  return given ? check(given, "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY") : kept();
}

/**
 * Keeps the key of the build that is about to be served for the builds that follow. By the server and not by the build,
 * which another user may run, elsewhere, or for an image. Where it cannot be written nothing is lost yet.
 * @param {string} root
 */
export function keepActionsKey(root) {
  if (given) return;
  const { encryptionKey } = JSON.parse(
    readFileSync(path.join(root, ".next", "server", "server-reference-manifest.json"), "utf8"),
  );
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(unfinished, `${HEADER}\n${encryptionKey}\n`, { flag: "wx", mode: 0o600 });
    // A link never overwrites: the key that is kept stays.
    linkSync(unfinished, file);
  } catch {
    // It is kept already, or cannot be: the server itself says what is wrong with its data folder.
  } finally {
    rmSync(unfinished, { force: true });
  }
}
