import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PGlite } from "@electric-sql/pglite";

export type VulnerableServer = { url: string; close(): Promise<void> };

/** What must never be served, served. The values are nobody's. */
const FILES: Record<string, string> = {
  "/.env": "DATABASE_URL=postgresql://nobody:nothing@127.0.0.1/none\nSECRET=nothing\n",
  "/.git/HEAD": "ref: refs/heads/main\n",
  "/.git/config": "[core]\n\trepositoryformatversion = 0\n",
  "/package-lock.json": '{"name":"vulnerable","lockfileVersion":3}',
};
const PAGE = `<!doctype html><title>Vulnerable</title>
<a href="/items?name=one">Items</a> <a href="/hello?name=you">Hello</a>
<form action="/items"><input name="name"><button>Search</button></form>
<form action="/hello"><input name="name"><button>Greet</button></form>`;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

/**
 * A server on 127.0.0.1 with the holes that the scanners look for: SQL put together from input (in a query and in a JSON
 * body), input that comes back as HTML, and files that should not be there. What a scanner does not find here, its
 * silence elsewhere says nothing about.
 */
export async function startVulnerableServer(): Promise<VulnerableServer> {
  const database = await PGlite.create();
  await database.exec(`CREATE TABLE items (id int, name text); INSERT INTO items VALUES (1, 'one'), (2, 'two');
    CREATE TABLE secrets (value text); INSERT INTO secrets VALUES ('nothing');`);
  const find = async (name: string, response: ServerResponse) => {
    try {
      const { rows } = await database.query(`SELECT id, name FROM items WHERE name = '${name}'`);
      response
        .setHeader("content-type", "text/html")
        .end(`<ul>${rows.map((row) => `<li>${JSON.stringify(row)}</li>`)}</ul>`);
    } catch (error) {
      response.writeHead(500, { "content-type": "text/html" }).end(`PostgreSQL ERROR: ${String(error)}`);
    }
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const name = url.searchParams.get("name") ?? "";
    const file = FILES[url.pathname];
    if (file !== undefined) response.setHeader("content-type", "text/plain").end(file);
    else if (url.pathname === "/") response.setHeader("content-type", "text/html").end(PAGE);
    else if (url.pathname === "/items" && request.method === "POST") {
      const input: unknown = JSON.parse((await bodyOf(request)) || "{}");
      await find(String((input as { name?: unknown })?.name ?? ""), response);
    } else if (url.pathname === "/items") await find(name, response);
    else if (url.pathname === "/hello") response.setHeader("content-type", "text/html").end(`<p>Hello ${name}</p>`);
    else response.writeHead(404).end("nothing");
  });
  server.on("clientError", (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await database.close();
    },
  };
}
