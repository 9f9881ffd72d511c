import type { Connector, Endpoint } from "./connector";
import { readRequest } from "./read-request";
import type { VerificationCall } from "./verification-call";

/** A probe as it is asked: like the proof of a connector, by the same judge. */
export type ProbeCall = { id: string; reads: string; call: VerificationCall };

/** The smallest request that reads an endpoint. */
function endpointCall(endpoint: Endpoint): Pick<VerificationCall, "method" | "path" | "body" | "expect"> {
  const { paging, fixed, records } = endpoint.reading;
  const size = "size" in paging && paging.size ? { [paging.size.parameter]: Math.max(paging.size.min, 1) } : {};
  const { method, target, body } = readRequest(endpoint, {}, { ...fixed, ...size });
  const keys = (records[0] ?? "").split(".");
  const star = keys.indexOf("*");
  const expect = { kind: "array" as const, at: star === -1 ? keys : keys.slice(0, star) };
  return { method, path: target, ...(body ? { body: JSON.stringify(body) } : {}), expect };
}

export function probeCalls({ probes, verification, endpoints }: Connector): ProbeCall[] {
  const { mayNot, of = [] } = probes ?? {};
  return of.flatMap((probe) => {
    const endpoint = "endpoint" in probe ? endpoints.find(({ id }) => id === probe.endpoint) : undefined;
    const { id, reads, request } =
      "endpoint" in probe
        ? { id: probe.endpoint, reads: endpoint?.name.toLowerCase() ?? "", request: endpoint && endpointCall(endpoint) }
        : { ...probe, request: { method: probe.method, path: probe.path, body: probe.body, expect: probe.expect } };
    if (!request) return [];
    const { body, ...asked } = request;
    // Where no word tells the two apart, 403 means here what it means of the proof.
    const mayNotRead =
      mayNot !== undefined
        ? { mayNotRead: reads, where: mayNot }
        : typeof verification.forbidden === "object" && { ...verification.forbidden, mayNotRead: reads };
    const call: VerificationCall = {
      ...asked,
      ...(body === undefined ? {} : { body }),
      forbidden: mayNotRead || "unclear",
      ...(mayNot ? { refused: { where: mayNot } } : {}),
      ...(probe.emptyMeans ? { emptyMeans: [probe.emptyMeans] } : {}),
    };
    return [{ id, reads, call }];
  });
}
