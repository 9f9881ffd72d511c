import { describe, expect, it } from "vitest";
import { findHttpConnector } from "@/lib/connectors/registry";
import type { OutboundAnswer } from "@/lib/platform/outbound-request";
import { askWith } from "./ask-with";
import { describeJudgement } from "./describe-judgement";
import type { SentRequest } from "./exchange-token";

const found = findHttpConnector("salesforce");
if (!found) throw new Error("no connector");
const salesforce = found;
const values = { myDomain: "acme.my.salesforce.com", consumerKey: "key-1", consumerSecret: "secret-1" };
const INSTANCE = "https://acme.my.salesforce.com";

const answer = (status: number, json: unknown): OutboundAnswer => ({
  ...{ kind: "answer", status, headers: new Headers(), declaredBytes: undefined, packed: false, truncated: false },
  body: Buffer.from(typeof json === "string" ? json : JSON.stringify(json)),
});
const person = { user_id: "005", organization_id: "00D", preferred_username: "one@example.com" };

/** What is asked, of a provider that answers so. */
async function ask(...answers: OutboundAnswer[]) {
  const requests: SentRequest[] = [];
  const judgement = await askWith(salesforce, values, async (request) => {
    requests.push(request);
    return answers[requests.length - 1] ?? answer(500, "");
  });
  return { judgement, requests };
}

describe("a pair that is traded for a token", () => {
  it("is sent to its own host alone, and the token to the address that the answer names", async () => {
    const { judgement, requests } = await ask(
      answer(200, { access_token: "t1", instance_url: "https://acme--x.sandbox.my.salesforce.com" }),
      answer(200, person),
    );
    expect(judgement).toMatchObject({ outcome: "accepted", identity: { of: "person", text: "one@example.com" } });
    const [first, second] = requests;
    expect(first).toMatchObject({ method: "POST", url: `${INSTANCE}/services/oauth2/token`, origin: INSTANCE });
    expect(first?.body).toBe("grant_type=client_credentials&client_id=key-1&client_secret=secret-1");
    expect(second?.url).toBe("https://acme--x.sandbox.my.salesforce.com/services/oauth2/userinfo");
    expect(second?.headers.authorization).toBe("Bearer t1");
    expect(JSON.stringify(second)).not.toMatch(/key-1|secret-1/);
  });

  it("is asked for anew each time: a token that lives on proves no pair", async () => {
    for (let check = 0; check < 2; check += 1) {
      const { requests } = await ask(answer(200, { access_token: "t1", instance_url: INSTANCE }), answer(200, person));
      expect(requests).toHaveLength(2);
    }
  });

  it.each([
    "https://evil.example",
    "https://acme.my.salesforce.com.evil.example",
    "https://acme.my.salesforce.com@evil.example",
    "https://acme.my.salesforce.com:444",
    "http://acme.my.salesforce.com",
    "acme.my.salesforce.com",
    "",
    7,
    undefined,
  ])("goes nowhere where the answer names %j", async (instance_url) => {
    const { judgement, requests } = await ask(answer(200, { access_token: "t1", instance_url }));
    expect([judgement.outcome, requests.length]).toEqual(["unexpected-answer", 1]);
  });

  it.each([
    [400, { error: "invalid_client" }, "refused", "The consumer key or the secret is wrong."],
    [400, { error: "invalid_grant" }, "refused", "The client credentials flow is off"],
    [401, { error: "anything" }, "refused", "The consumer key or the secret is wrong."],
    [403, { error: "x" }, "forbidden", ""],
    [400, { error: "unsupported" }, "unexpected-answer", ""],
    [200, { access_token: "a\nb", instance_url: INSTANCE }, "unexpected-answer", ""],
    [200, "<html>", "unexpected-answer", ""],
    [429, "", "rate-limited", ""],
    [503, "", "provider-error", ""],
    [302, "", "redirected", ""],
  ] as const)("%i %j is %s", async (status, json, outcome, cause) => {
    const { judgement, requests } = await ask(answer(status, json));
    expect([judgement.outcome, requests.length]).toEqual([outcome, 1]);
    const { causes } = describeJudgement(salesforce, judgement, { checkId: "c", durationMs: 1, tries: 1 }, values);
    if (cause) expect(causes[0]).toContain(cause);
  });

  it("whose token may not read is accepted, and one that is refused then is not", async () => {
    const minted = answer(200, { access_token: "t1", instance_url: INSTANCE });
    expect((await ask(minted, answer(403, { error: "x" }))).judgement.outcome).toBe("may-not-read");
    expect((await ask(minted, answer(401, { error: "x" }))).judgement.outcome).toBe("refused");
  });
});
