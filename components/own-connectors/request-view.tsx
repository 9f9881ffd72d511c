import type { RequestPreview } from "@/lib/own-connectors/request-preview-dto";
import { MonoBox } from "./mono-box";

/** A request as it would be, with the values' names where the values would stand. */
export function RequestView({ label, request }: { label: string; request: RequestPreview }) {
  const { line, headers, body } = request;
  const text = [line, ...headers.map(([name, value]) => `${name}: ${value}`), ...(body ? ["", body] : [])].join("\n");
  return <MonoBox label={label} text={text} />;
}
