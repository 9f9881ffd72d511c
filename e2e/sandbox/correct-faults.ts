import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { makeUsers } from "./clari-users";
import type { Fault } from "./fault";
import { send, sendJson } from "./send";

function compressed(name: string, compress: (text: string) => Buffer): Fault {
  return {
    name,
    usage: name,
    example: name,
    description: `The correct answer, compressed with ${name}.`,
    answer: ({ exchange, correct }) => {
      const { status, json } = correct();
      send(exchange, status, "application/json", compress(JSON.stringify(json)), { "Content-Encoding": name });
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
      const { status, json } = correct();
      send(exchange, status, "application/json", `\uFEFF${JSON.stringify(json)}`);
    },
  },
  {
    name: "nobody",
    usage: "nobody",
    example: "nobody",
    description: "The correct answer of a workspace without people. Other endpoints answer as usual.",
    answer: ({ exchange, correct }) => {
      const { status, json } = correct();
      sendJson(exchange, status, exchange.url.pathname === "/users" ? { users: [] } : json);
    },
  },
  {
    name: "big",
    usage: "big",
    example: "big",
    description: "The correct answer of a workspace of 20,000 people, about 3.4 MB. Other endpoints answer as usual.",
    answer: ({ exchange, correct }) => {
      const { status, json } = correct();
      const isUsers = status === 200 && exchange.url.pathname === "/users";
      sendJson(exchange, status, isUsers ? { users: makeUsers(1, 20_000) } : json);
    },
  },
];
