import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export const TOKEN = `lk_${"0".repeat(46)}`;

type Thing = Record<string, unknown> & { id: string; name: string; revision: number };
type Read = { id: string; source: string; handedOut: number; status: string; since: string | undefined };
export type Asked = {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: IncomingMessage["headers"];
};

const SCHEMA = {
  type: "object",
  properties: {
    id: { type: ["string", "null"] },
    at: { type: ["string", "null"], format: "date-time" },
    count: { type: ["integer", "null"] },
    ratio: { type: ["number", "null"] },
    isNew: { type: ["boolean", "null"] },
    people: { type: ["array", "null"], items: { type: ["string", "null"] } },
    mixed: { type: ["number", "string", "null"] },
  },
  additionalProperties: true,
};

const CONNECTOR = {
  id: "acme",
  name: "Acme",
  description: "Things of Acme.",
  authentication: {
    fields: [
      { id: "apiKey", label: "API Key", secret: true, required: true, help: "" },
      { id: "apiPassword", label: "API Password", secret: true, required: true, help: "" },
    ],
  },
  endpoints: [
    {
      ...{ id: "calls", label: "Calls", description: "", method: "GET", path: "/calls", key: "id", changed: true },
      parameters: [
        { id: "limit", label: "Limit", help: "", kind: "integer", required: false },
        { id: "tags", label: "Tags", help: "", kind: "list", required: false },
        { id: "audio", label: "Audio", help: "", kind: "boolean", required: false },
      ],
      schema: SCHEMA,
      personalFields: [],
    },
    {
      ...{ id: "deep", label: "Deep", description: "", method: "GET", path: "/deep", key: "meta.id", changed: false },
      ...{ parameters: [], schema: { type: "object", properties: {} }, personalFields: [] },
    },
  ],
};

/** Speaks as a Latchkey does, as far as the command line asks, and remembers what it was asked. */
export class FakeLatchkey {
  url = "";
  readonly asked: Asked[] = [];
  readonly credentials: Thing[] = [];
  readonly sources: Thing[] = [];
  records: string[] = [];
  readonly reads = new Map<string, Read>();
  /** A page of the provider: a read is continued at a multiple of it. */
  page = 100;
  /** Breaks the next streams after so many bytes, one each. */
  cuts: number[] = [];
  /** Waits so long between two pages, in milliseconds. */
  pause = 0;
  /** What requests of a method and path are answered with, one each; `as-ever` for one that is answered as it would be. */
  readonly instead = new Map<
    string,
    ({ status: number; body?: object; headers?: Record<string, string> } | "as-ever")[]
  >();
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  static async start(port = 0): Promise<FakeLatchkey> {
    const fake = new FakeLatchkey();
    await new Promise<void>((resolve) => fake.#server.listen(port, "127.0.0.1", resolve));
    fake.url = `http://127.0.0.1:${(fake.#server.address() as AddressInfo).port}`;
    return fake;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  credential(name: string, more: object = {}): Thing {
    const id = `credential-${this.credentials.length + 1}`;
    const thing = { id, name, revision: 1, connectorId: "acme", status: "VERIFIED", usedBy: 0, ...more };
    this.credentials.push(thing);
    return thing;
  }

  source(name: string, more: object = {}): Thing {
    const id = `source-id-${this.sources.length + 1}`;
    const thing = { id, name, revision: 1, connectorId: "acme", endpointId: "calls", parameters: {}, ...more };
    this.sources.push(thing);
    return thing;
  }

  /** Requests as "METHOD /path", without those that look something up. */
  get changes(): string[] {
    return this.asked.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "", this.url);
    const path = url.pathname.replace("/api/v1", "");
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = "GET", headers } = request;
    const asked = { method, path, query: url.searchParams, body: text ? JSON.parse(text) : undefined, headers };
    this.asked.push(asked);
    const send = (status: number, body?: unknown, more: Record<string, string> = {}) => {
      const type = status >= 400 ? "application/problem+json" : "application/json";
      response.writeHead(status, { "content-type": type, ...more }).end(body === undefined ? "" : JSON.stringify(body));
    };
    const refuse = (status: number, code: string, detail: string, more: object = {}) =>
      send(status, { type: "about:blank", title: code, status, code, detail, ...more });
    if (headers.authorization !== `Bearer ${TOKEN}`) return refuse(401, "TOKEN_UNKNOWN", "There is no such token.");
    const instead = this.instead.get(`${method} ${path}`)?.shift();
    if (instead && instead !== "as-ever") return send(instead.status, instead.body, instead.headers);
    if (path.endsWith("/records")) return this.#records(asked, response, refuse);
    const [, noun = "", id, act] = path.split("/");
    if (noun === "me")
      return send(200, { kind: "token", name: "Nightly", workspace: { id: "w", name: "Home" }, role: "owner" });
    if (noun === "connectors") return send(200, id ? CONNECTOR : { data: [CONNECTOR], next: null });
    if (noun === "reads") return this.#read(id ?? "", url.searchParams, send, refuse);
    const things = noun === "credentials" ? this.credentials : noun === "data-sources" ? this.sources : undefined;
    if (!things) return refuse(404, "NOT_FOUND", "There's nothing here.");
    if (!id) return method === "POST" ? this.#make(things, asked, send) : this.#list(things, url, send);
    const thing = things.find((one) => one.id === id);
    if (!thing) return refuse(404, "NOT_FOUND", "This doesn't exist, or no longer does.");
    this.#one(thing, things, asked, act, send, refuse);
  }

  #list(things: Thing[], url: URL, send: Send) {
    const { q, after = "0" } = Object.fromEntries(url.searchParams);
    const found = things.filter(({ name }) => !q || name.toLowerCase().startsWith(q.toLowerCase()));
    const end = Number(after) + 2;
    const next = end < found.length ? `${this.url}${url.pathname}?${q ? `q=${q}&` : ""}after=${end}` : null;
    // What no admin lists has no revision.
    const data = found.slice(Number(after), end);
    send(200, { data: things === this.credentials ? data.map(({ revision: _, ...tile }) => tile) : data, next });
  }

  #make(things: Thing[], { body }: Asked, send: Send) {
    const { name, values: _, ...more } = body as { name: string; values?: object };
    send(201, things === this.credentials ? this.credential(name, more) : this.source(name, more));
  }

  #one(
    thing: Thing,
    things: Thing[],
    { method, body, headers }: Asked,
    act: string | undefined,
    send: Send,
    refuse: Refuse,
  ) {
    if (act === "verify") return send(200, { status: thing.status, message: "Asked.", causes: [], nextStep: "" });
    if (act === "move" && method === "GET")
      return send(200, { sources: this.#using(thing), targets: [], hasMoreTargets: false });
    if (act === "move") {
      const { targetId, sourceIds } = body as { targetId: string; sourceIds: string[] };
      for (const one of this.sources) if (sourceIds.includes(one.id)) one.credential = { id: targetId };
      return send(200, { count: sourceIds.length, left: 0 });
    }
    if (method === "DELETE") {
      things.splice(things.indexOf(thing), 1);
      return send(204);
    }
    if (method === "PATCH" || method === "PUT") {
      if (headers["if-match"] === undefined) return refuse(428, "PRECONDITION_REQUIRED", "Send If-Match.");
      if (headers["if-match"] !== `"${thing.revision}"`) return refuse(412, "CHANGED_MEANWHILE", "Someone changed it.");
      if (method === "PATCH") Object.assign(thing, body);
      thing.revision += 1;
    }
    send(200, thing, { etag: `"${thing.revision}"` });
  }

  #using = ({ id }: Thing) =>
    this.sources.filter(({ credential }) => (credential as { id?: string } | undefined)?.id === id);

  #read(id: string, query: URLSearchParams, send: Send, refuse: Refuse) {
    const read = this.reads.get(id);
    if (!read) return refuse(404, "NOT_FOUND", "This read doesn't exist, or no longer does.");
    const most = Math.min(Number(query.get("lines") ?? Number.MAX_SAFE_INTEGER), read.handedOut);
    const checkpoints = [];
    for (let at = this.#pageBefore(most); at > 0; at = this.#pageBefore(at - 1))
      checkpoints.push({ records: at, cursor: `${id}.${at}` });
    const { status, handedOut: records } = read;
    const ended = status === "complete" ? { resume: "2026-11-30T12:00:00.000Z" } : {};
    send(200, { id, status, records, sentence: `It is ${status}.`, checkpoints, ...ended });
  }

  /** The whole has a place at its end, too. */
  #pageBefore = (most: number) => (most === this.records.length ? most : Math.floor(most / this.page) * this.page);

  async #records({ path, query, headers }: Asked, response: ServerResponse, refuse: Refuse): Promise<void> {
    const source = path.split("/")[2] ?? "";
    if (!this.sources.some(({ id }) => id === source)) return refuse(404, "NOT_FOUND", "There is no such source.");
    const [readId = "", at = "0"] = (query.get("cursor") ?? "").split(".");
    const id = readId || `rd_${this.reads.size + 1}`;
    const since = query.get("since") ?? undefined;
    if (readId && !this.reads.has(readId)) return refuse(410, "CURSOR_UNUSABLE", "No read has this cursor.");
    const read = this.reads.get(id) ?? { id, source, handedOut: 0, status: "running", since };
    read.handedOut = Number(at);
    read.status = "running";
    this.reads.set(id, read);
    if (headers.accept?.includes("ndjson")) return this.#stream(read, response);
    const limit = Number(query.get("limit") ?? 100);
    const data = this.records.slice(0, limit);
    response.writeHead(200, { "content-type": "application/json" });
    response.end(`{"data":[${data.join(",")}],"next":${data.length < this.records.length ? '"more"' : "null"}}`);
  }

  async #stream(read: Read, response: ServerResponse): Promise<void> {
    response.writeHead(200, { "content-type": "application/x-ndjson", "latchkey-read-id": read.id });
    let left = this.cuts.shift() ?? Number.POSITIVE_INFINITY;
    while (read.handedOut < this.records.length) {
      const next = this.records.slice(
        read.handedOut,
        Math.min(this.#pageBefore(read.handedOut) + this.page, this.records.length),
      );
      const bytes = Buffer.from(`${next.join("\n")}\n`);
      read.handedOut += next.length;
      await new Promise((resolve) => response.write(bytes.subarray(0, left), resolve));
      left -= bytes.length;
      if (left <= 0) {
        read.status = "left";
        await new Promise((resolve) => setTimeout(resolve, 20));
        return void response.destroy();
      }
      if (this.pause > 0) await new Promise((resolve) => setTimeout(resolve, this.pause));
      if (response.destroyed) return;
    }
    read.status = "complete";
    response.end();
  }
}

type Send = (status: number, body?: unknown, headers?: Record<string, string>) => void;
type Refuse = (status: number, code: string, detail: string, more?: object) => void;
