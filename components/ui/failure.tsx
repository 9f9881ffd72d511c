import type { ReactNode } from "react";
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

/** Where a form or a button says why it was refused. It stands there before, so that what comes is read out. */
export function Failure({ error, children }: { error: ErrorDto | undefined; children?: ReactNode }) {
  return (
    <div aria-live="polite" className="max-w-form empty:absolute">
      {error ? (
        <Notice title={error.message} tone="bad">
          {children}
          {error.outdated ? <ReloadPage /> : null}
        </Notice>
      ) : null}
    </div>
  );
}
