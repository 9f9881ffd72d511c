import { randomUUID } from "node:crypto";
import { type HttpSandbox, type RecordedRequest, startHttpSandbox } from "./http-sandbox";
import { emailOf, personName } from "./made-up-names";
import { sendJson } from "./send";

export type RecordedGongRequest = RecordedRequest & { hasHeader: boolean; headerMatchesKey: boolean };
export type GongSandbox = HttpSandbox<RecordedGongRequest> & { accessKey: string; accessKeySecret: string };

const REFUSAL = "Failed to verify Access Key, verify that the correct key and secret are being used.";

function makeUser(number: number) {
  const name = personName(number);
  const [firstName, lastName] = name.split(" ");
  return { id: String(7_000_000_000_000 + number), emailAddress: emailOf(name), firstName, lastName, active: true };
}

const makeCall = (number: number) => ({
  id: String(8_000_000_000_000 + number),
  title: `Call ${number}`,
  started: new Date(Date.UTC(2026, 5, 1 + number)).toISOString(),
  duration: 1800,
});

const scorecard = { scorecardId: "9000000000001", scorecardName: "Discovery", enabled: true, questions: [] };

/** What Gong has at a path, by the key of its records. */
const LISTS: Record<string, Record<string, object[]>> = {
  "/v2/users": { users: Array.from({ length: 12 }, (_, number) => makeUser(number)) },
  "/v2/calls": { calls: Array.from({ length: 5 }, (_, number) => makeCall(number)) },
  "/v2/settings/scorecards": { scorecards: [scorecard] },
};

/** Gong's lists with HTTP Basic, on 127.0.0.1. They are the same whatever is asked for. */
export async function startGongSandbox(
  options: { port?: number; accessKey?: string; accessKeySecret?: string } = {},
): Promise<GongSandbox> {
  const accessKey = options.accessKey ?? `GONG${randomUUID()}`;
  const accessKeySecret = options.accessKeySecret ?? randomUUID() + randomUUID();
  const expected = `Basic ${Buffer.from(`${accessKey}:${accessKeySecret}`).toString("base64")}`;

  const server = await startHttpSandbox<RecordedGongRequest>({
    port: options.port,
    secretsOf: ({ headers }) => {
      const encoded = (headers.authorization ?? "").replace(/^Basic /, "");
      return [encoded, ...Buffer.from(encoded, "base64").toString("utf8").split(":")];
    },
    record: ({ headers }, base) => ({
      ...base,
      hasHeader: headers.authorization !== undefined,
      headerMatchesKey: headers.authorization === expected,
    }),
    answer: (exchange, recorded) => {
      const requestId = randomUUID();
      if (!recorded?.headerMatchesKey) return sendJson(exchange, 401, { requestId, errors: [REFUSAL] });
      const list = LISTS[exchange.url.pathname];
      if (exchange.request.method !== "GET" || !list)
        return sendJson(exchange, 404, { requestId, errors: ["Not found"] });
      const { length } = Object.values(list).flat();
      const records = { totalRecords: length, currentPageSize: length, currentPageNumber: 0 };
      return sendJson(exchange, 200, { requestId, records, ...list });
    },
  });
  return { ...server, accessKey, accessKeySecret };
}
