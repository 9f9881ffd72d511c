import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { makeUsers } from "./clari-users";
import type { Fault } from "./fault";
import { send, sendAnswer, sendJson } from "./send";

function compressed(name: string, compress: (text: string) => Buffer): Fault {
  return {
    name,
    usage: name,
    example: name,
    description: `The correct answer, compressed with ${name}.`,
    answer: ({ exchange, correct }) => {
      const { status, text, headers } = correct();
      send(exchange, status, "application/json", compress(text), { ...headers, "Content-Encoding": name });
    },
  };
}

/** Unusual answers that are right all the same: a reader must take them. */
export const correctFaults: readonly Fault[] = [
  compressed("gzip", gzipSync),
  compressed("br", brotliCompressSync),
  compressed("deflate", deflateSync),
  {
    name: "bom",
    usage: "bom",
    example: "bom",
    description: "The correct answer after a byte order mark.",
    answer: ({ exchange, correct }) => {
      const { status, text } = correct();
      send(exchange, status, "application/json", `\uFEFF${text}`);
    },
  },
  {
    name: "nobody",
    usage: "nobody",
    example: "nobody",
    description: "The correct answer of a workspace without people. Other endpoints answer as usual.",
    answer: ({ exchange, correct }) => {
      if (exchange.url.pathname === "/users") sendJson(exchange, correct().status, { users: [] });
      else sendAnswer(exchange, correct());
    },
  },
  {
    name: "big",
    usage: "big",
    example: "big",
    description: "The correct answer of a workspace of 20,000 people, about 3.4 MB. Other endpoints answer as usual.",
    answer: ({ exchange, correct }) => {
      const answer = correct();
      const isUsers = answer.status === 200 && exchange.url.pathname === "/users";
      if (isUsers) sendJson(exchange, 200, { users: makeUsers(1, 20_000) });
      else sendAnswer(exchange, answer);
    },
  },
];
