import "server-only";
import { connect, isIP, type Socket } from "node:net";
import {
  connect as connectTls,
  createSecureContext,
  rootCertificates,
  type SecureContext,
  type TLSSocket,
} from "node:tls";
import { env } from "./env";
import { once } from "./process-state.mjs";
import { isPublicAddress, privateAddressError, publicLookup } from "./public-address";

/** The codes of what a server says before TLS. */
export const NO_TLS = "NO_TLS";
export const NO_POSTGRES = "NO_POSTGRES";

export type DatabaseTarget = {
  host: string;
  port: number;
  /** For a host that the operator listed by its whole name: only then may it lie in a private network. */
  allowPrivate: boolean;
};

/** PostgreSQL's request for TLS: the message's length and a number that is no version. */
const TLS_REQUEST = "0000000804d2162f";
const YES = 0x53;
const NO = 0x4e;

export const coded = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** Undefined: what Node.js trusts by itself. */
const authorities = (): SecureContext | undefined =>
  once("authorities of databases", () => {
    const { DATABASE_CA_FILE: own } = env();
    return own && createSecureContext({ ca: [...rootCertificates, ...own] });
  });

/** Rejects with what the socket fails with, and where it ends before. */
function first<T>(socket: Socket, event: "connect" | "data" | "secureConnect"): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => fail(coded("ECONNRESET"));
    const fail = (error: Error) => {
      clean();
      reject(error);
    };
    const done = (value: T) => {
      clean();
      resolve(value);
    };
    const clean = () => socket.off(event, done).off("error", fail).off("end", end).off("close", end);
    socket.on(event, done).on("error", fail).on("end", end).on("close", end);
  });
}

/**
 * A connection to PostgreSQL over TLS, whose server proved by its certificate that it has the name that was asked for;
 * nothing but the request for TLS was sent to it before. The look-up that judges the address is the connection's own.
 * Whatever goes wrong, and the signal, end it; the caller ends it otherwise. Throws with the platform's code.
 */
export async function connectVerified(
  { host, port, allowPrivate }: DatabaseTarget,
  signal: AbortSignal,
): Promise<TLSSocket> {
  // An address in place of a name is connected to without a look-up.
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) throw privateAddressError();
  const plain = connect({ host, port, ...(allowPrivate ? {} : { lookup: publicLookup }) });
  const stop = () => plain.destroy(coded("ABORTED"));
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  plain.once("close", () => signal.removeEventListener("abort", stop));
  // What fails after somebody waited for it has been said by then.
  plain.on("error", () => undefined);
  try {
    await first(plain, "connect");
    plain.write(TLS_REQUEST, "hex");
    const answer = await first<Buffer>(plain, "data");
    if (answer[0] === NO) throw coded(NO_TLS);
    // More than the one byte was put there by somebody on the way, to be taken for what comes after the handshake.
    if (answer[0] !== YES || answer.length > 1) throw coded(NO_POSTGRES);
    const secureContext = authorities();
    const socket = connectTls({
      socket: plain,
      host,
      ...(isIP(host) ? {} : { servername: host }),
      ...(secureContext ? { secureContext } : {}),
      rejectUnauthorized: true,
      minVersion: "TLSv1.2",
    });
    socket.on("error", () => undefined);
    await first(socket, "secureConnect");
    return socket;
  } catch (error) {
    plain.destroy();
    throw error;
  }
}
