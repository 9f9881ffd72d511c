import type { ReactNode } from "react";

/** A text of the table, with what stands between backticks as code. */
export function WithCode({ text }: { text: string }): ReactNode {
  return text.split("`").map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text that never changes
      <code className="font-mono text-[0.92em]" key={at}>
        {part}
      </code>
    ),
  );
}
