import type { ReadStatus } from "@/lib/reading/reads-dto";

const looks: Record<ReadStatus, readonly [word: string, className: string]> = {
  running: ["Running", "badge badge-warn"],
  complete: ["Complete", "badge badge-ok"],
  failed: ["Failed", "badge badge-bad"],
  left: ["Left", "badge badge-warn"],
  lost: ["Lost", "badge badge-bad"],
};

/** How a read is going or went, as icon, word and tone. */
export function ReadBadge({ status }: { status: ReadStatus }) {
  const [word, className] = looks[status];
  return <span className={`${className} self-start`}>{word}</span>;
}
