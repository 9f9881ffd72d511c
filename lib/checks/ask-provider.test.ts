import { expect, it, vi } from "vitest";
import { findHttpConnector } from "@/lib/connectors/registry";
import { outboundRequest } from "@/lib/platform/outbound-request";
import { askProvider } from "./ask-provider";

vi.mock("@/lib/platform/outbound-request", { spy: true });

it("where a token has no place for its proof, it is the budget that is used up, and not the provider that is slow", async () => {
  const salesforce = findHttpConnector("salesforce");
  if (!salesforce) throw new Error("no connector");
  const values = { myDomain: "acme.my.salesforce.com", consumerKey: "key-1", consumerSecret: "secret-1" };
  vi.mocked(outboundRequest).mockResolvedValue({
    ...{ kind: "answer", status: 200, headers: new Headers(), declaredBytes: undefined, packed: false },
    ...{ body: Buffer.from('{"access_token":"t1","instance_url":"https://acme.my.salesforce.com"}'), truncated: false },
  });
  const places = [undefined, 7];
  const takeSlot = vi.fn(async () => places.shift());
  const asked = await askProvider(salesforce, values, {
    endsAt: performance.now() + 10_000,
    signal: undefined,
    takeSlot,
  });
  expect(asked).toEqual({ judgement: { outcome: "budget-used", retryAfterSeconds: 7 }, tries: 1 });
  expect(outboundRequest).toHaveBeenCalledTimes(1);
});
