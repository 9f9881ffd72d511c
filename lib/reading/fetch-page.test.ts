import { afterEach, expect, it, vi } from "vitest";
import { startHttpSandbox } from "@/e2e/sandbox/http-sandbox";
import { sendJson } from "@/e2e/sandbox/send";
import { originOf } from "@/lib/connectors/hosts";
import { findHttpConnector } from "@/lib/connectors/registry";
import { outboundRequest } from "@/lib/platform/outbound-request";
import { pageFetcher, type Values } from "./fetch-page";

vi.mock("@/lib/platform/outbound-request", { spy: true });
afterEach(() => vi.mocked(outboundRequest).mockReset());

const found = findHttpConnector("salesforce");
if (!found) throw new Error("no connector");
const connector = found;
const current = { myDomain: "acme.my.salesforce.com", consumerKey: "key-1", consumerSecret: "secret-1" };

/** A Salesforce whose tokens are good for so many pages. */
async function startHome(pages: number) {
  let minted = 0;
  let left = 0;
  const server = await startHttpSandbox({
    secretsOf: () => [],
    record: ({ headers }, base) => ({ ...base, path: `${base.path} ${headers.authorization ?? ""}` }),
    answer: (exchange) => {
      if (exchange.url.pathname === "/services/oauth2/token") {
        minted += 1;
        left = pages;
        return sendJson(exchange, 200, { access_token: `t${minted}`, instance_url: "https://elsewhere.example" });
      }
      const isGood = exchange.request.headers.authorization === `Bearer t${minted}` && left > 0;
      left -= 1;
      return isGood ? sendJson(exchange, 200, { records: [] }) : sendJson(exchange, 401, { error: "expired" });
    },
  });
  return server;
}

/** Asks for so many pages of an address that the operator set. */
async function read(pages: number, ofToken: number) {
  const home = await startHome(ofToken);
  vi.stubEnv("SALESFORCE_BASE_URL", home.url);
  let places = 0;
  const budget = {
    take: async () => {
      places += 1;
      return "now" as const;
    },
    end: async () => undefined,
  };
  const fetchPage = pageFetcher({
    ...{ connector, baseUrl: home.url, values: { current, renew: async () => false }, budget },
    ...{ signal: new AbortController().signal, latest: performance.now() + 20_000, onRequest: () => undefined },
  });
  try {
    const statuses: unknown[] = [];
    for (let page = 0; page < pages; page += 1) {
      const answer = await fetchPage({ method: "GET", target: "/page" });
      statuses.push("status" in answer ? answer.status : answer.unreachable);
    }
    return { statuses, places, asked: home.requests.map(({ path }) => path) };
  } finally {
    vi.unstubAllEnvs();
    await home.close();
  }
}
const TOKEN = "/services/oauth2/token ";

it("a read trades its pair once, and each request has its place", async () => {
  const { statuses, places, asked } = await read(3, 10);
  expect(statuses).toEqual([200, 200, 200]);
  expect(asked).toEqual([TOKEN, "/page Bearer t1", "/page Bearer t1", "/page Bearer t1"]);
  expect(places).toBe(4);
});

it("a token that ends is asked for once more", async () => {
  const { statuses, asked } = await read(3, 2);
  expect(statuses).toEqual([200, 200, 200]);
  expect(asked.filter((path) => path === TOKEN)).toHaveLength(2);
});

it("a token that is refused as soon as it is made ends the read: nobody asks without end", async () => {
  const { statuses, asked } = await read(1, 0);
  expect(statuses).toEqual([401]);
  expect(asked).toHaveLength(2);
});

it.each(["zendesk", "salesforce"])("%s: no new values of another host are sent to the old one", async (id) => {
  const one = findHttpConnector(id);
  if (!one) throw new Error("no connector");
  const isPair = id === "salesforce";
  const valuesOf = (name: string) =>
    isPair
      ? { ...current, myDomain: `${name}.my.salesforce.com`, consumerSecret: `secret-${name}` }
      : { subdomain: name, email: "one@example.com", apiToken: `secret-${name}` };
  const values: Values = {
    current: valuesOf("old"),
    async renew() {
      values.current = valuesOf("new");
      return true;
    },
  };
  vi.mocked(outboundRequest).mockResolvedValue({
    ...{ kind: "answer", status: 401, headers: new Headers(), declaredBytes: undefined, packed: false },
    ...{ body: Buffer.from('{"error":"invalid_client"}'), truncated: false },
  });
  // The second page waits for its place until the first was refused and the values were replaced.
  let replaced: () => void = () => undefined;
  const later = new Promise<void>((resolve) => {
    replaced = resolve;
  });
  let places = 0;
  const budget = {
    async take() {
      places += 1;
      if (places === 2) await later;
      return "now" as const;
    },
    end: async () => undefined,
  };
  const fetchPage = pageFetcher({
    ...{ connector: one, baseUrl: originOf(one.hosts.api, one.authentication.fields, values.current) ?? "" },
    ...{ values, budget, signal: new AbortController().signal },
    ...{ latest: performance.now() + 20_000, onRequest: () => undefined },
  });
  const first = fetchPage({ method: "GET", target: "/page" });
  const second = fetchPage({ method: "GET", target: "/page" });
  expect(await first).toMatchObject({ status: 401 });
  replaced();
  expect(await second).toMatchObject({ status: 401 });
  expect(outboundRequest).toHaveBeenCalledTimes(1);
});
