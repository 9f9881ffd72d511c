import { describe, expect, it } from "vitest";
import type { Connector } from "@/lib/connectors/connector";
import { type ProbeCall, probeCalls } from "@/lib/connectors/probe-calls";
import { connectors } from "@/lib/connectors/registry";
import type { OutboundAnswer } from "@/lib/platform/outbound-request";
import { markersOf } from "./connector-markers.fixture";
import { judgeAnswer } from "./judge-answer";
import { describeProbe } from "./probe-values";
import { proofRequest } from "./proof-request";

// What connectors say of probes, against what is made of it. As with the proof, nothing here asks a provider.

const answer = (status: number, json: unknown): OutboundAnswer => ({
  ...{ kind: "answer", status, headers: new Headers(), declaredBytes: undefined, packed: false, truncated: false },
  body: Buffer.from(typeof json === "string" ? json : JSON.stringify(json)),
});
const put = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight((inner, key) => (key === "*" ? [inner] : { [key]: inner }), value);
const probed = (connector: Connector, probe: ProbeCall, got: OutboundAnswer) =>
  describeProbe(connector, probe, judgeAnswer({ ...connector, verification: probe.call }, got));

const all = connectors.filter(({ probes }) => probes !== undefined);
const each = all.flatMap((connector) => probeCalls(connector).map((probe) => ({ connector, probe })));
const named = each.map((one) => ({ ...one, id: `${one.connector.id} ${one.probe.id}` }));

it("those whose proof does not prove enough have probes", () => {
  const ids = all.map(({ id }) => id);
  for (const id of ["apollo", "attio", "airtable", "customer-io", "ashby", "notion"]) expect(ids).toContain(id);
});

describe("a probe", () => {
  it.each(named)("$id: is asked where the proof is, signed as it is, and named", ({ connector, probe }) => {
    expect(probe.reads).toMatch(/^[a-z]/);
    if (connector.authentication.exchange) return;
    const values = markersOf(connector);
    const [proof, asked] = [connector, { ...connector, verification: probe.call }].map((one) =>
      proofRequest(one, values),
    );
    expect(asked?.origin).toBe(proof?.origin);
    const { "content-type": _, ...signed } = asked?.headers ?? {};
    expect(proof?.headers).toMatchObject(signed);
  });

  it.each(named)("$id: records, and none, mean that it may be read", ({ connector, probe }) => {
    const { at } = probe.call.expect;
    for (const list of [[{ id: "1" }], []]) {
      const { result, message } = probed(connector, probe, answer(200, put(at, list)));
      expect([result, message.includes(probe.reads)]).toEqual(["may-read", true]);
    }
  });

  it.each(named)("$id: only what the connector names means that it may not be read", ({ connector, probe }) => {
    const { mayNot } = connector.probes ?? {};
    for (const { at, in: words } of mayNot ?? [])
      for (const word of words)
        for (const status of [403, 400]) {
          const { result } = probed(connector, probe, answer(status, put(at, word)));
          expect([status, result]).toEqual([status, "may-not-read"]);
        }
    const bare = probed(connector, probe, answer(403, {})).result;
    const { forbidden } = connector.verification;
    const isSaid = mayNot === undefined && typeof forbidden === "object" && forbidden.where === undefined;
    expect(bare).toBe(isSaid ? "may-not-read" : "unclear");
  });

  it.each(named)("$id: all else is unclear", ({ connector, probe }) => {
    for (const got of [
      ...[401, 404, 418, 429, 500].map((status) => answer(status, {})),
      ...[answer(200, "<!doctype html>"), answer(200, ""), answer(200, {}), answer(302, "")],
    ]) {
      const { result, message } = probed(connector, probe, got);
      expect([got.status, result]).toEqual([got.status, "unclear"]);
      expect(message).toMatch(/^Whether .* is unclear: .+\.$/);
    }
  });
});
