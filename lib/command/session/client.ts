import { randomUUID } from "node:crypto";
import { EXIT, Failure, type Problem, problemFailure, usage } from "../failure";
import type { Host } from "../host";
import { VERSION } from "../version";
import { type Connection, requireConnection } from "./connection";

/** What an answer says, whose shape its caller knows. */
// biome-ignore lint/suspicious/noExplicitAny: the document of the API has the shapes; a client takes what it needs
export type Json = any;

type Ask = {
  method?: string;
  query?: Record<string, string | undefined> | undefined;
  body?: unknown;
  headers?: Record<string, string> | undefined;
  signal?: AbortSignal;
};

/** Verifying waits for the provider, and for its place among all who ask it. */
const PATIENCE_MS = 120_000;
/** How often a request is sent that got no answer, where sending it again changes nothing. */
const TRIES = 3;

const messageOf = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? (cause?.message || message);
};

/** What a header takes. Where it does not, the error of fetch has the whole value in it. */
function parseToken(text: string): string {
  const token = text.trim();
  if (!/^[\x21-\x7e]+$/.test(token))
    throw usage("This token has line breaks, spaces or characters no token has. It's one word that starts with lk_.");
  return token;
}

/** Speaks with one Latchkey, as the holder of a token. */
export class Client {
  readonly url: string;
  readonly #token: string;
  readonly #host: Host;

  constructor(host: Host, { url, token }: Connection) {
    this.url = url;
    this.#token = parseToken(token);
    this.#host = host;
  }

  static async of(host: Host): Promise<Client> {
    return new Client(host, await requireConnection(host));
  }

  /** Sends a request. Throws where it is not answered, or refused. */
  async send(path: string, { method = "GET", query = {}, body, headers, signal }: Ask = {}): Promise<Response> {
    const address = new URL(path.startsWith("/") ? `${this.url}/api/v1${path}` : path);
    // A link that leads elsewhere does not get the token.
    if (address.origin !== this.url) throw new Failure(EXIT.failed, `The server named an address that isn't its own.`);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, value);
    const response = await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${this.#token}`,
        accept: "application/json",
        "user-agent": `latchkey/${VERSION}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: "manual",
      signal: signal ?? AbortSignal.any([this.#host.signal, AbortSignal.timeout(PATIENCE_MS)]),
    }).catch((error: unknown) => this.#unanswered(error));
    if (response.ok) return response;
    throw problemFailure(response.status, await problemOf(response));
  }

  #textOf = (response: Response): Promise<string> => response.text().catch((error: unknown) => this.#unanswered(error));

  /** The answer as it came. */
  async text(path: string, ask?: Ask): Promise<string> {
    return this.#textOf(await this.send(path, ask));
  }

  async json(path: string, ask?: Ask): Promise<Json> {
    const response = await this.send(path, ask);
    if (response.status === 204) return undefined;
    const text = await this.#textOf(response);
    try {
      return JSON.parse(text);
    } catch {
      throw new Failure(EXIT.failed, `${this.url} answers, but not like Latchkey.`);
    }
  }

  /** No answer came, or none that is whole. */
  #unanswered(error: unknown): never {
    this.#host.signal.throwIfAborted();
    throw new Failure(EXIT.later, `${this.url} doesn't answer: ${messageOf(error)}.`);
  }

  get(path: string, query?: Ask["query"]): Promise<Json> {
    return this.json(path, { query });
  }

  /** Makes something, once: where no answer came it is sent again, under the same key. */
  async make(path: string, body: unknown): Promise<Json> {
    const headers = { "idempotency-key": `"${randomUUID()}"` };
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.json(path, { method: "POST", body, headers });
      } catch (error) {
        if (tries >= TRIES || (error as Failure).exitCode !== EXIT.later || (error as Failure).problem) throw error;
      }
    }
  }

  /** Changes a thing as it was seen when the change was thought of: whoever was faster is not overwritten. */
  change(path: string, method: string, { seen, body }: { seen: { revision: number }; body: unknown }): Promise<Json> {
    return this.json(path, { method, body, headers: { "if-match": `"${seen.revision}"` } });
  }

  /** Every entry of a list, page by page. */
  async *list(path: string, query?: Ask["query"]): AsyncGenerator<Json, void> {
    let page = await this.get(path, query);
    for (;;) {
      yield* page.data;
      if (!page.next) return;
      page = await this.json(page.next);
    }
  }

  async all(path: string, query?: Ask["query"]): Promise<Json[]> {
    const entries: Json[] = [];
    for await (const entry of this.list(path, query)) entries.push(entry);
    return entries;
  }
}

async function problemOf(response: Response): Promise<Problem> {
  if (response.status >= 300 && response.status < 400)
    return { detail: "The server redirects to another address. Sign in with that one." };
  const text = await response.text().catch(() => "");
  const after = Number(response.headers.get("retry-after"));
  const wait = after > 0 ? { retryAfterSeconds: after } : {};
  try {
    return { ...wait, ...(JSON.parse(text) as Problem) };
  } catch {
    return { ...wait, detail: `The server answered ${response.status}, but not like Latchkey.` };
  }
}
