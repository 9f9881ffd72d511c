import { randomUUID } from "node:crypto";
import { type HttpSandbox, type RecordedRequest, startHttpSandbox } from "./http-sandbox";
import { sendJson } from "./send";

export type RecordedFirefliesRequest = RecordedRequest & { hasHeader: boolean; headerMatchesKey: boolean };
export type FirefliesSandbox = HttpSandbox<RecordedFirefliesRequest> & { apiKey: string };

const error = (message: string, code: string, status: number) => ({
  errors: [{ message, code, extensions: { code, status } }],
});

function hasQuery(body: string): boolean {
  try {
    const json: unknown = JSON.parse(body);
    return typeof json === "object" && json !== null && "query" in json && typeof json.query === "string";
  } catch {
    return false;
  }
}

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
      if (!hasQuery(await exchange.body()))
        return sendJson(exchange, 400, error("The body has no query", "invalid_arguments", 400));
      if (!recorded?.headerMatchesKey)
        return sendJson(exchange, options.refuseWith ?? 401, error("Invalid or missing API key", "auth_failed", 401));
      const user = { user_id: "ff_0001", name: "Adaeze Abernell", email: "adaeze.abernell@example.com" };
      return sendJson(exchange, 200, { data: { user } });
    },
  });
  return { ...server, apiKey };
}
