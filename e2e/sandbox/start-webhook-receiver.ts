import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type ReceivedHook = { path: string; headers: IncomingHttpHeaders; body: string };

/** What webhooks are posted to, on 127.0.0.1 only. It keeps what it got, and answers as it is told. */
export async function startWebhookReceiver() {
  const hooks: ReceivedHook[] = [];
  const answer = { status: 200, location: "" };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => (body += data));
    request.on("end", () => {
      hooks.push({ path: request.url ?? "", headers: request.headers, body });
      const { status, location } = answer;
      response.writeHead(status, location ? { location } : {}).end("x".repeat(5000));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hooks,
    /** What it answers from now on. */
    answer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
