import type { ErrorDto } from "@/lib/platform/result-dto";
import { Button } from "./button";
import { Notice } from "./notice";

/** The way on where only a new page helps. */
export function ReloadPage() {
  return (
    <div className="mt-1 flex">
      <Button onClick={() => window.location.reload()}>Reload the page</Button>
    </div>
  );
}

/** Why a form or a button was refused. */
export function Failure({ error }: { error: ErrorDto }) {
  return (
    <Notice title={error.message} tone="bad">
      {error.outdated ? <ReloadPage /> : null}
    </Notice>
  );
}
