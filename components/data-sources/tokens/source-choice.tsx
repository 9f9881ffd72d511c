import type { UseFormRegisterReturn } from "react-hook-form";

type SourceChoiceProps = {
  sources: readonly { id: string; name: string }[];
  hasMore: boolean;
  /** What `form.register("sources")` returns. */
  register: UseFormRegisterReturn;
};

/** The data sources that a token is for, each with a box. */
export function SourceChoice({ sources, hasMore, register }: SourceChoiceProps) {
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 font-medium">Choose data sources</legend>
      {sources.length === 0 ? <p className="text-muted">No data sources yet.</p> : null}
      <ul className="grid max-h-56 gap-1 overflow-y-auto rounded-control border p-3">
        {sources.map(({ id, name }) => (
          <li key={id}>
            <label className="flex min-h-7 items-center gap-2.5 pointer-coarse:min-h-11">
              <input
                className="size-4 shrink-0 accent-accent pointer-coarse:size-5"
                type="checkbox"
                value={id}
                {...register}
              />
              <bdi className="wrap-anywhere">{name}</bdi>
            </label>
          </li>
        ))}
      </ul>
      {hasMore ? (
        <p className="text-meta text-muted">
          These are the first by name. For another one, choose “Create a token” on its own page.
        </p>
      ) : null}
    </fieldset>
  );
}
