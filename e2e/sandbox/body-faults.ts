import { makeUser } from "./clari-users";
import { gzipBomb, streamParts } from "./endless-body";
import type { Fault } from "./fault";
import { send } from "./send";

const JSON_TYPE = "application/json";
const HUGE_BYTES = 50 * 1024 * 1024;
const USERS_START = '{"users":[{"id":"5f1e","email":"adaeze.abernell@example.com","na';

/** A fault that is nothing but a wrong text. */
const text = (name: string, description: string, body: string): Fault => ({
  name,
  usage: name,
  example: name,
  description,
  answer: ({ exchange }) => send(exchange, 200, JSON_TYPE, body),
});

export const bodyFaults: readonly Fault[] = [
  {
    name: "huge",
    usage: "huge",
    example: "huge",
    description: "A users array of 50 MB: valid, different people, and no end in sight.",
    answer: async ({ exchange }) => {
      exchange.start(200, { "Content-Type": JSON_TYPE });
      const part = (number: number) => `${number === 0 ? "" : ","}${JSON.stringify(makeUser(1, number))}`;
      await streamParts(exchange, { first: '{"users":[', part, last: "]}" }, HUGE_BYTES);
    },
  },
  {
    name: "foreign-huge",
    usage: "foreign-huge",
    example: "foreign-huge",
    description: "50 MB of JSON that has nothing to do with Clari.",
    answer: async ({ exchange }) => {
      exchange.start(200, { "Content-Type": JSON_TYPE });
      const part = (number: number) => `${number === 0 ? "" : ","}{"sku":${number},"note":"not a user"}`;
      await streamParts(exchange, { first: '{"items":[', part, last: "]}" }, HUGE_BYTES);
    },
  },
  {
    name: "bomb",
    usage: "bomb",
    example: "bomb",
    description: "300 KB of gzip that unpack to 300 MB.",
    answer: async ({ exchange }) => send(exchange, 200, JSON_TYPE, await gzipBomb(), { "Content-Encoding": "gzip" }),
  },
  text("empty", "200 without a body.", ""),
  text("badjson", "200 with a text that is not JSON.", "users: none { of, this ] is JSON"),
  text("truncated-json", "A complete answer whose JSON stops in the middle of a name.", USERS_START),
  text("proto", 'The users array under the key "__proto__".', '{"__proto__":{"users":[]}}'),
  text("notarray", "users is a text.", '{"users":"no"}'),
  text("nousers", "An object without users.", "{}"),
  text("array", "An array instead of an object.", "[]"),
  {
    name: "truncated",
    usage: "truncated",
    example: "truncated",
    description: "Announces 5,000 bytes, sends a few and closes the connection.",
    answer: ({ exchange }) => {
      exchange.start(200, { "Content-Type": JSON_TYPE, "Content-Length": "5000" });
      exchange.response.write(USERS_START, () => exchange.response.destroy());
    },
  },
  {
    name: "cut",
    usage: "cut, cut:end, cut:chunked",
    example: "cut",
    description: "Half of the correct answer, then a reset, or a closed connection; chunked is without a length.",
    takes: /^(end|chunked)?$/,
    answer: ({ exchange, argument, correct }) => {
      const { status, text } = correct();
      const bytes = Buffer.from(text);
      const length = argument === "chunked" ? {} : { "Content-Length": String(bytes.byteLength) };
      exchange.start(status, { "Content-Type": JSON_TYPE, ...length });
      const { response, request } = exchange;
      response.write(bytes.subarray(0, bytes.byteLength / 2), () => {
        if (argument === "") request.socket.resetAndDestroy();
        else response.destroy();
      });
    },
  },
  {
    name: "garbage",
    usage: "garbage",
    example: "garbage",
    description: "200 with 4 KB of bytes that are no text.",
    answer: ({ exchange }) => {
      // 0xff and 0xc0 never occur in UTF-8.
      send(
        exchange,
        200,
        JSON_TYPE,
        Uint8Array.from({ length: 4096 }, (_, index) => [0xff, 0x00, 0xc0][index % 3] ?? 0),
      );
    },
  },
  {
    name: "nohttp",
    usage: "nohttp",
    example: "nohttp",
    description: "Bytes that are not even HTTP.",
    answer: ({ exchange }) => {
      exchange.response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n");
    },
  },
];
