import type { Definition } from "@/lib/own-connectors/definition-dto";
import { endpointPreview, placementWords, proofPreview } from "@/lib/own-connectors/request-preview-dto";
import { counted } from "@/lib/platform/counted-dto";
import { RequestView } from "./request-view";

/** What a connector sends where: its host, how the values travel, what proves them and what is read. */
export function SentWhere({ definition }: { definition: Definition }) {
  const { host, placements, endpoints } = definition;
  return (
    <div className="grid min-w-0 grid-cols-1 gap-4">
      <p>
        Values go to <strong className="wrap-anywhere">{host || "…"}</strong> and nowhere else.
      </p>
      <ul className="grid gap-1.5 wrap-anywhere">
        {placements.map((placement, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name, and hold nothing
          <li key={index}>
            {placementWords(definition, placement)}
            {placement.in === "query" && placement.parts.some((part) => typeof part !== "string") ? (
              <span className="block text-warn">What's in an address ends up in logs on the way.</span>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="grid min-w-0 grid-cols-1 gap-1.5">
        <h3 className="font-medium">To verify a credential</h3>
        <RequestView label="The request that verifies" request={proofPreview(definition)} />
      </div>
      {endpoints.length > 0 ? (
        <div className="grid min-w-0 grid-cols-1 gap-1.5">
          <h3 className="font-medium">To read {counted(endpoints.length, "endpoint")}</h3>
          <ul className="grid gap-1 font-mono text-meta wrap-anywhere">
            {endpoints.map((endpoint) => (
              <li key={endpoint.id}>{endpointPreview(definition, endpoint).line}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
