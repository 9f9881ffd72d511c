// What a reader has not taken lies in the kernel, megabytes of it, and Node.js says nothing about that.
import { readFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

/** So much may be on its way to the client. */
const UNTAKEN_BYTES = 16 * 1024;
/** How long it waits to look again: short at first, for a client that is only far away. */
const FIRST_LOOK_MS = 4;
const LAST_LOOK_MS = 250;
/** A client that lets it wait for longer is slow. */
const SLOW_MS = 40;
/** One that is not is trusted with this part of what it took since it was slow, and with so many bytes at the most. */
const TRUSTED_PART = 1 / 8;
const TRUSTED_BYTES = 2 * 1024 * 1024;

const hex = (/** @type {number} */ number, /** @type {number} */ digits) =>
  number.toString(16).toUpperCase().padStart(digits, "0");

/**
 * The bytes that were sent on a connection and that the other machine has not confirmed; 0 where the table has none like it.
 * @param {string} table as Linux has it at /proc/self/net/tcp: addresses as `0100007F:1F90`, then what waits to be sent
 * @param {{ localPort?: number | undefined, remotePort?: number | undefined, remoteAddress?: string | undefined }} connection
 */
export function unconfirmedBytes(table, { localPort = 0, remotePort = 0, remoteAddress = "" }) {
  const from = `:${hex(localPort, 4)}`;
  const version4 = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(remoteAddress)?.slice(1).toReversed() ?? [];
  // Of an address of version 6 only the port is compared.
  const to = `${version4.map((part) => hex(Number(part), 2)).join("")}:${hex(remotePort, 4)}`;
  for (const line of table.split("\n")) {
    const [, local, remote, , queues] = line.trim().split(/\s+/);
    if (local?.endsWith(from) && remote?.endsWith(to)) return Number.parseInt(queues ?? "", 16) || 0;
  }
  return 0;
}

/** @param {import("node:net").Socket} socket @param {AbortSignal} signal */
async function waitForClient(socket, signal) {
  const table = socket.remoteFamily === "IPv6" ? "/proc/self/net/tcp6" : "/proc/self/net/tcp";
  for (let look = FIRST_LOOK_MS; !socket.destroyed && !signal.aborted; look = Math.min(look * 2, LAST_LOOK_MS)) {
    const inKernel = unconfirmedBytes(await readFile(table, "latin1").catch(() => ""), socket);
    if (socket.writableLength + inKernel <= UNTAKEN_BYTES) return;
    await wait(look, undefined, { signal }).catch(() => undefined);
  }
}

/**
 * Waits, each time it is called, until the client has taken nearly all that was written to it, or is gone. Where the
 * system does not say what is untaken (it is no Linux), Node's own count has to do.
 * @param {import("node:net").Socket} socket
 * @returns {(signal: AbortSignal) => Promise<void>}
 */
export function followClient(socket) {
  let slowAt = 0;
  let trustedTo = 0;
  return async (signal) => {
    // To look costs time: the more a client took in one go, the less often. By bytes, not by time: a busy machine makes
    // a client that took little look as if it had kept up for long.
    if (socket.bytesWritten < trustedTo) return;
    const before = performance.now();
    await waitForClient(socket, signal);
    if (performance.now() - before > SLOW_MS) slowAt = socket.bytesWritten;
    trustedTo = socket.bytesWritten + Math.min((socket.bytesWritten - slowAt) * TRUSTED_PART, TRUSTED_BYTES);
  };
}
