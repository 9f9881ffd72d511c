import type { RequestPreview } from "@/lib/own-connectors/request-preview-dto";

/** A request as it would be, with the values' names where the values would stand. */
export function RequestView({ label, request }: { label: string; request: RequestPreview }) {
  const { line, headers, body } = request;
  const text = [line, ...headers.map(([name, value]) => `${name}: ${value}`), ...(body ? ["", body] : [])].join("\n");
  return (
    <section
      aria-label={label}
      className="max-h-96 overflow-auto rounded-control border bg-sunken p-3"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways has to be reached without a mouse
      tabIndex={0}
    >
      <pre className="font-mono text-meta">
        <code>{text}</code>
      </pre>
    </section>
  );
}
