import { Button } from "./button";
import { Failure } from "./failure";
import { Icon } from "./icon";
import type { Submission } from "./use-submit";

type SaveRowProps = {
  submission: Submission;
  /** What the button is called: where a page has several, each says what it saves. */
  label?: string;
};

/** The button at the end of a section's form, and what came of pressing it. */
export function SaveRow({ submission: { busy, isDone, failure }, label = "Save" }: SaveRowProps) {
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <Button busy={busy} type="submit" variant="primary">
          {label}
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
