import { useId } from "react";
import { counted } from "@/lib/platform/counted-dto";

export type ChangedSource = { id: string; name: string; credential: { id: string; name: string } };

type ChangedSourcesProps = {
  /** With what they use by now. */
  sources: readonly ChangedSource[];
  /** Those of them that were changed. */
  uses: ReadonlyMap<string, unknown>;
  /** Why the others could not be changed. */
  obstacles: ReadonlyMap<string, string>;
  target: { id: string; name: string } | undefined;
  /** All that can be done is done. */
  isOver: boolean;
};

/** Each of the sources, with what it uses and what became of it. */
export function ChangedSources({ sources, uses, obstacles, target, isOver }: ChangedSourcesProps) {
  const titleId = useId();
  const stateOf = ({ id, credential }: ChangedSource) => {
    const obstacle = obstacles.get(id);
    if (obstacle !== undefined) return <span className="text-bad">{obstacle}</span>;
    if (credential.id === target?.id) return uses.has(id) ? "Changed" : "Uses it already";
    return (
      <>
        Uses <bdi>{credential.name}</bdi>
      </>
    );
  };
  return (
    <section aria-labelledby={titleId} className="grid gap-2">
      <p aria-live="polite" className="font-medium" id={titleId}>
        {isOver && target ? (
          <>
            {sources.length - obstacles.size} of {counted(sources.length, "data source")} now use{" "}
            <bdi>{target.name}</bdi>
          </>
        ) : (
          counted(sources.length, "data source")
        )}
      </p>
      <ul className="divide-y divide-hairline overflow-hidden rounded-control border">
        {sources.map((source) => (
          <li className="flex min-h-9 flex-wrap items-center gap-x-3 px-3 py-1.5" key={source.id}>
            <span className="min-w-0 flex-1 basis-40 wrap-anywhere" dir="auto">
              {source.name}
            </span>
            <span className="min-w-0 text-meta text-muted wrap-anywhere">{stateOf(source)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
