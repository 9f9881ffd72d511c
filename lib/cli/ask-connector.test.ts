import { describe, expect, it } from "vitest";
import { answersOf } from "@/lib/connectors/answers/all.fixture";
import { connectors } from "@/lib/connectors/registry";
import { credentialValues } from "@/lib/credentials/credential-schema";
import type { OutboundAnswer } from "@/lib/platform/outbound-request";
import { askConnector, inventedValues, isAcceptance, isRefusal, shapeOf, valuesFrom } from "./ask-connector";

const answer = (status: number, json: unknown): OutboundAnswer => ({
  ...{ kind: "answer", status, headers: new Headers(), declaredBytes: undefined, packed: false, truncated: false },
  body: Buffer.from(JSON.stringify(json)),
});

it.each(connectors)("$id: an invented key is one that a form takes, and is asked about once", async (connector) => {
  const values = inventedValues(connector);
  expect(credentialValues(connector).safeParse(values).success).toBe(true);
  expect(inventedValues(connector)).not.toEqual(values);
  const answers = answersOf[connector.id];
  const urls: string[] = [];
  const ask = (said: { status: number; json: unknown } | undefined) =>
    askConnector(connector, values, async ({ url }) => {
      const { exchange } = connector.authentication;
      // A pair is traded first, at the address that was typed.
      if (exchange && url.endsWith(exchange.path))
        return answer(200, { access_token: "t", instance_url: new URL(url).origin });
      urls.push(url);
      return answer(said?.status ?? 500, said?.json);
    });
  const [refused, accepted] = [await ask(answers?.refused), await ask(answers?.accepted)];
  expect([isRefusal(refused), isRefusal(accepted)]).toEqual([true, false]);
  expect([isAcceptance(refused), isAcceptance(accepted)]).toEqual([false, true]);
  expect(urls).toHaveLength(2);
});

it("a right that is missing is no acceptance, and a name that nobody has no refusal", () => {
  expect(isAcceptance({ outcome: "may-not-read" })).toBe(false);
  expect(isRefusal({ outcome: "tenant-not-found" })).toBe(false);
});

describe("what is printed", () => {
  it("is the shape of an answer, and none of its values", () => {
    const json = { id: 7, name: "Secret", list: [{ email: "one@example.com" }, {}], none: null, empty: [] };
    expect(shapeOf(json)).toEqual({
      id: "number",
      name: "string",
      list: [{ email: "string" }],
      none: "null",
      empty: [],
    });
  });
});

it("values of an account are named after connector and field, all of them or none", () => {
  const connector = connectors.find(({ id }) => id === "customer-io");
  if (!connector) throw new Error("no connector");
  const environment = { CUSTOMER_IO_API_KEY: "k", CUSTOMER_IO_REGION: "eu" } as unknown as NodeJS.ProcessEnv;
  expect(valuesFrom(environment, connector)).toEqual({ apiKey: "k", region: "eu" });
  expect(valuesFrom({} as NodeJS.ProcessEnv, connector)).toBeUndefined();
});
