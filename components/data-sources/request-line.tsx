import { Fragment } from "react";
import type { FormEndpoint, ParameterValues } from "@/lib/connectors/connector";
import { requestLine } from "@/lib/connectors/read-request";

const Code = ({ children }: { children: string }) => (
  <code className="font-mono text-meta wrap-anywhere">{children}</code>
);

/** What a data source reads: the request, and where the records are in its answer. */
export function RequestLine({ endpoint, parameters }: { endpoint: FormEndpoint; parameters: ParameterValues }) {
  return (
    <span>
      <Code>{requestLine(endpoint, parameters)}</Code>, records at{" "}
      {endpoint.reading.records.map((key, index) => (
        <Fragment key={key}>
          {index > 0 ? " or " : null}
          <Code>{key}</Code>
        </Fragment>
      ))}
    </span>
  );
}
