import { randomUUID } from "node:crypto";
import { type HttpSandbox, type RecordedRequest, startHttpSandbox } from "./http-sandbox";
import { sendJson } from "./send";

export type RecordedFirefliesRequest = RecordedRequest & { hasHeader: boolean; headerMatchesKey: boolean };
export type FirefliesSandbox = HttpSandbox<RecordedFirefliesRequest> & { apiKey: string };

const error = (message: string, code: string, status: number) => ({
  errors: [{ message, code, extensions: { code, status } }],
});

/** The first field that is asked for; undefined where nothing is. */
function fieldOf(body: string): string | undefined {
  try {
    const json: unknown = JSON.parse(body);
    const query = typeof json === "object" && json !== null && "query" in json ? String(json.query) : "";
    return /\{\s*(\w+)/.exec(query)?.[1];
  } catch {
    return undefined;
  }
}

const user = { user_id: "ff_0001", name: "Adaeze Abernell", email: "adaeze.abernell@example.com" };
const transcript = { id: "tr_0001", title: "Kick-off", date: Date.UTC(2026, 5, 1), duration: 30, sentences: [] };
const DATA = new Map<string, unknown>([
  ["user", user],
  ["users", [user]],
  ["transcripts", [transcript]],
]);

/** Fireflies' `POST /graphql` with a bearer key, on 127.0.0.1. GraphQL servers refuse with 401 or, as often, with 200. */
export async function startFirefliesSandbox(
  options: { port?: number; apiKey?: string; refuseWith?: 200 | 401 } = {},
): Promise<FirefliesSandbox> {
  const apiKey = options.apiKey ?? randomUUID();
  const server = await startHttpSandbox<RecordedFirefliesRequest>({
    port: options.port,
    secretsOf: ({ headers }) => [(headers.authorization ?? "").replace(/^Bearer /, "")],
    record: ({ headers }, base) => ({
      ...base,
      hasHeader: headers.authorization !== undefined,
      headerMatchesKey: headers.authorization === `Bearer ${apiKey}`,
    }),
    answer: async (exchange, recorded) => {
      if (exchange.request.method !== "POST" || exchange.url.pathname !== "/graphql")
        return sendJson(exchange, 404, error("Not found", "not_found", 404));
      const field = fieldOf(await exchange.body());
      if (!field) return sendJson(exchange, 400, error("The body has no query", "invalid_arguments", 400));
      if (!recorded?.headerMatchesKey)
        return sendJson(exchange, options.refuseWith ?? 401, error("Invalid or missing API key", "auth_failed", 401));
      const found = DATA.get(field);
      if (!found) return sendJson(exchange, 400, error(`Cannot query field "${field}"`, "invalid_arguments", 400));
      return sendJson(exchange, 200, { data: { [field]: found } });
    },
  });
  return { ...server, apiKey };
}
