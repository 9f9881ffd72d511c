"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { CONFIRMED_CHANNEL } from "@/lib/auth/auth-dto";
import { beginOidcConfirmationAction } from "@/lib/auth/sso/oidc-actions";

/**
 * The window in which the provider confirms who is there: on to the provider, and back here. It tells the window that
 * opened it over a channel of this origin, because the provider's pages cut the tie between the two.
 */
export function ConfirmWindow({ step, problem }: { step: "ask" | "done"; problem: string | undefined }) {
  const { busy, failure, run } = useAction();
  const goOn = async () => {
    const begun = await run(beginOidcConfirmationAction);
    if (begun?.ok) window.location.replace(begun.data.url);
  };

  useEffect(() => {
    if (step !== "done") return;
    const channel = new BroadcastChannel(CONFIRMED_CHANNEL);
    channel.postMessage(true);
    channel.close();
    window.close();
  }, [step]);

  if (step === "done") return <p role="status">It's you. Close this window to go on where you were.</p>;
  return (
    <div className="grid gap-3">
      <p className="text-muted">Sign in there again. The other window is waiting.</p>
      <div aria-live="polite" className="empty:hidden">
        {problem && !failure ? <Notice title={problem} tone="bad" /> : null}
      </div>
      <Failure error={failure} />
      <Button autoFocus busy={busy} onClick={goOn} variant="primary">
        Continue
      </Button>
    </div>
  );
}
