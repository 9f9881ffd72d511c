import "server-only";
import type { ScryptOptions } from "node:crypto";
import { Worker } from "node:worker_threads";

// Text and not a module of its own: it has to run in the build too, where no file keeps its name.
const CODE = `
const { parentPort, workerData } = require("node:worker_threads");
const { password, salt, bytes, options } = workerData;
parentPort.postMessage(require("node:crypto").scryptSync(password, salt, bytes, options));
`;

/**
 * scrypt in a thread of its own. Node's asynchronous one runs in the four threads that file system, look-ups of names
 * and the check of every session's signature share: two hashes beside two look-ups that hang would stop them all.
 */
export function scryptInWorker(
  password: string,
  salt: Uint8Array,
  bytes: number,
  options: ScryptOptions,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(CODE, { eval: true, env: {}, workerData: { password, salt, bytes, options } });
    worker.once("message", (key: Uint8Array) => resolve(Buffer.from(key)));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread that hashes ended without an answer")));
  });
}
