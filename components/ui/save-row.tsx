import { Button } from "./button";
import { Failure } from "./failure";
import { Icon } from "./icon";
import type { Submission } from "./use-submit";

/** The button at the end of a section's form, and what came of pressing it. */
export function SaveRow({ submission: { busy, isDone, failure } }: { submission: Submission }) {
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <Button busy={busy} type="submit" variant="primary">
          Save
        </Button>
        <p className="flex items-center gap-1.5 text-ok" role="status">
          {isDone ? (
            <>
              <Icon name="check" /> Saved
            </>
          ) : null}
        </p>
      </div>
      <Failure error={failure} />
    </div>
  );
}
