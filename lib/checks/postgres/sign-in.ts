import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";
import { coded } from "@/lib/platform/verified-socket";
import { int32, type Message, message, NOT_SPOKEN, openReader } from "./messages";
import { MECHANISM, openScram } from "./scram";

export type Login = { user: string; password: string; database: string };

/** The server wants to be signed in to in another way than with a password. */
export const OTHER_SIGN_IN = "OTHER_SIGN_IN";
/** It let the user in without asking for the password, so that nobody knows whether that is right. */
export const NOT_ASKED = "NOT_ASKED";

/** Version 3.0 of the protocol. */
const VERSION = 196_608;
const zero = (text: string) => `${text}\0`;
const md5 = (...parts: (string | Buffer)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash("md5")).digest("hex");

export type Session = {
  /** The first row of a statement without parameters. */
  firstRow(sql: string): Promise<Message | undefined>;
};

/**
 * Signs in over a connection whose server is verified already: nothing else may be handed in, as servers may ask for the
 * password itself, or for a digest of it. Throws what the server refuses with, or a code of what it does wrong.
 */
export async function signIn(socket: Duplex, { user, password, database }: Login): Promise<Session> {
  const reader = openReader(socket);
  const expectType = async (type: string) => {
    const found = await reader.next();
    if (found.type !== type) throw coded(NOT_SPOKEN);
    return found;
  };
  /** A message of the sign-in, with what it is about; of another kind it may not come now. */
  const challenge = async (kind: number) => {
    const { body } = await expectType("R");
    if (body.length < 4 || body.readInt32BE(0) !== kind) throw coded(NOT_SPOKEN);
    return body.toString("latin1", 4);
  };

  const settings = { user, database, application_name: "latchkey", client_encoding: "UTF8" };
  const pairs = Object.entries(settings).map(([name, value]) => zero(name) + zero(value));
  socket.write(message("", int32(VERSION), ...pairs, "\0"));

  const { body } = await expectType("R");
  const kind = body.length >= 4 ? body.readInt32BE(0) : -1;
  if (kind === 0) throw coded(NOT_ASKED);
  if (kind === 3) socket.write(message("p", zero(password)));
  else if (kind === 5 && body.length === 8)
    socket.write(message("p", zero(`md5${md5(md5(password, user), body.subarray(4))}`)));
  else if (kind === 10 && body.toString("latin1", 4).split("\0").includes(MECHANISM)) {
    const scram = openScram(password);
    socket.write(message("p", zero(MECHANISM), int32(scram.first.length), scram.first));
    socket.write(message("p", await scram.answer(await challenge(11))));
    if (!scram.proves(await challenge(12))) throw coded(NOT_SPOKEN);
  } else throw coded(OTHER_SIGN_IN);
  await challenge(0);

  /** Everything up to the moment when the server waits for the next statement. */
  const untilReady = async (take: (found: Message) => void) => {
    for (let found = await reader.next(); found.type !== "Z"; found = await reader.next()) take(found);
  };
  await untilReady(() => undefined);
  return {
    async firstRow(sql) {
      let row: Message | undefined;
      socket.write(message("Q", zero(sql)));
      await untilReady((found) => {
        if (found.type === "D") row ??= found;
      });
      return row;
    },
  };
}

/** The word with which a client leaves. */
export const goodbye = () => message("X");
