import { setTimeout as wait } from "node:timers/promises";

export type Load = {
  /** Milliseconds of each request that was answered as it should be, by its kind. */
  times: Map<string, number[]>;
  /** Answers that were not, by kind and reason, and when each came. */
  failures: { at: number; kind: string; reason: string }[];
};

type Session = { url: string; cookie: string; pair: Record<string, string> };
type Row = { id: string; revision: number };

/** So many ask at once, each the next thing as soon as it has its answer and took a breath. */
const PEOPLE = 6;
const BREATH_MS = 60;

async function ask(
  { url, cookie }: Session,
  path: string,
  body?: unknown,
  { method = "POST", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(url + path, {
    redirect: "manual",
    signal: AbortSignal.timeout(30_000),
    headers: { cookie, ...(body ? { origin: url, "content-type": "application/json" } : {}), ...headers },
    ...(body ? { method, body: JSON.stringify(body) } : {}),
  });
}

/** One person's work: looks at pages and lists, creates a credential, and edits the one created last. */
async function* work(
  session: Session,
  person: number,
): AsyncGenerator<[kind: string, status: number, expected: number]> {
  for (let round = 0; ; round += 1) {
    const name = `Load ${person}.${round} ${crypto.randomUUID()}`;
    for (const page of ["/credentials", "/data-sources", "/data-sources/new/clari-copilot"]) {
      const response = await ask(session, page);
      await response.text();
      yield ["page", response.status, 200];
    }
    for (const list of ["/credentials", "/credentials?q=load", "/data-sources", "/members"]) {
      const response = await ask(session, `/api/v1${list}`);
      await response.text();
      yield ["read", response.status, 200];
    }
    const created = await ask(session, "/api/v1/credentials", {
      connectorId: "clari-copilot",
      name,
      description: "Created under load.",
      values: session.pair,
      saveUnverified: true,
      keepBoth: true,
    });
    const row = (await created.json().catch(() => undefined)) as Row | undefined;
    yield ["create", created.status, 201];
    if (row === undefined || created.status !== 201) continue;
    const change = { name: `${name} edited`, description: "" };
    const seen = { method: "PATCH", headers: { "if-match": `"${row.revision}"` } };
    const edited = await ask(session, `/api/v1/credentials/${row.id}`, change, seen);
    await edited.text();
    yield ["edit", edited.status, 200];
  }
}

/** Asks until it is told to stop. */
export function startLoad(session: Session): { load: Load; stop(): Promise<void> } {
  const load: Load = { times: new Map(), failures: [] };
  const begun = Date.now();
  let going = true;
  const person = async (_: unknown, index: number) => {
    while (going) {
      const steps = work(session, index);
      try {
        for (let from = performance.now(); going; from = performance.now()) {
          const { value } = await steps.next();
          const [kind, status, expected] = value;
          const times = load.times.get(kind) ?? [];
          load.times.set(kind, times);
          if (status === expected) times.push(performance.now() - from);
          else load.failures.push({ at: Date.now() - begun, kind, reason: String(status) });
          await wait(BREATH_MS);
        }
      } catch (error) {
        const { cause } = error as { cause?: { code?: string } };
        load.failures.push({ at: Date.now() - begun, kind: "no answer", reason: String(cause?.code ?? error) });
        await wait(BREATH_MS);
      }
    }
  };
  const people = Array.from({ length: PEOPLE }, person);
  return {
    load,
    stop: async () => {
      going = false;
      await Promise.all(people);
    },
  };
}
