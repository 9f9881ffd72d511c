import { once } from "node:events";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { MAX_BODY_BYTES, receiveBody } from "./receive-body.mjs";

let server: Server | undefined;
afterEach(() => void server?.close());

/** Sends a body in these pieces, and tells whether it was taken and what was found in its place afterwards. */
async function send(pieces: string[], headers: Record<string, string | number> = {}): Promise<string> {
  server = createServer(async (incoming, response) => {
    if (!(await receiveBody(incoming))) return void response.writeHead(413, { connection: "close" }).end("too large");
    // Some time later, as where the framework loads a page first.
    await new Promise(setImmediate);
    // As the framework does: it takes no body of which somebody took a part.
    const body = incoming as unknown as ReadableStream;
    const init = { method: "POST", body, duplex: "half" };
    response.end(`taken: ${await new Request("http://127.0.0.1/", init).text()}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const outgoing = request({ port, host: "127.0.0.1", method: "POST", headers, agent: false });
  outgoing.on("error", () => undefined);
  const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
  outgoing.flushHeaders();
  for (const piece of pieces) {
    outgoing.write(piece);
    await new Promise(setImmediate);
  }
  outgoing.end();
  const [answer] = await answered;
  let text = "";
  for await (const piece of answer) text += piece;
  return text;
}

const LONGEST = "x".repeat(MAX_BODY_BYTES);

it.each([
  ["none", [], {}],
  ["an empty one", [], { "content-length": 0 }],
  ["an empty one of unknown length", [], { "transfer-encoding": "chunked" }],
  ["a short one", ["short"], { "content-length": 5 }],
  ["one in pieces", ["a", "b", "c"], {}],
  ["one in many pieces", Array.from("many pieces, ".repeat(40)), {}],
  ["the longest", [LONGEST], { "content-length": MAX_BODY_BYTES }],
  ["the longest, of unknown length", [LONGEST], {}],
] as [string, string[], Record<string, string | number>][])(
  "N7: %s is there once it has come whole",
  async (_, pieces, headers) => {
    expect(await send(pieces, headers)).toBe(`taken: ${pieces.join("")}`);
  },
);

it("N7: one that is too long is refused, by what it says or by what comes", async () => {
  expect(await send([], { "content-length": MAX_BODY_BYTES + 1 })).toBe("too large");
  expect(await send([LONGEST, "x"])).toBe("too large");
});
