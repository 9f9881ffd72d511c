import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Icon } from "@/components/ui/icon";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** What became of a save, as far as a row of its own can say. */
export type SaveState = "saved" | { error: ErrorDto } | undefined;

/** The button at the end of a section's form, and what came of pressing it. */
export function SaveRow({ busy, state }: { busy: boolean; state: SaveState }) {
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-3">
        <Button busy={busy} type="submit" variant="primary">
          Save
        </Button>
        <p className="flex items-center gap-1.5 text-ok" role="status">
          {state === "saved" ? (
            <>
              <Icon name="check" /> Saved
            </>
          ) : null}
        </p>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {typeof state === "object" ? <Failure error={state.error} /> : null}
      </div>
    </div>
  );
}
