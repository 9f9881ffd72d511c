"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import type { SecondStepNeededDto } from "@/lib/auth/account/account-dto";
import { CONFIRM_IDENTITY, CONFIRMED_CHANNEL } from "@/lib/auth/auth-dto";
import { showPasskey } from "./show-passkey";

/** What leads on, of what the account has or can get. */
function adviceOf({ has, mayAdd }: SecondStepNeededDto): string {
  if (has.app)
    return "You set up your authenticator app after you signed in here: sign out, then in again with its code.";
  const others = [mayAdd.app ? "set up an authenticator app" : "", mayAdd.passkey ? "add a passkey" : ""].filter(
    Boolean,
  );
  if (has.passkey || has.singleSignOn) return "You signed in with your password alone. Take a second step to continue.";
  if (others.length === 0) return "First prove your email address below. Then you can set up an authenticator app.";
  return `To continue, ${others.join(" or ")} below.`;
}

/** Why there is nothing but this page, and the ways on. */
export function SecondStepNeeded({ needed }: { needed: SecondStepNeededDto }) {
  const { workspaceName, has } = needed;
  const { refresh } = useRouter();
  const { busy, failure, run } = useAction();
  // The provider's window reports by itself.
  useEffect(() => {
    const channel = new BroadcastChannel(CONFIRMED_CHANNEL);
    channel.onmessage = () => refresh();
    return () => channel.close();
  }, [refresh]);
  const withPasskey = async () => {
    const result = await run(showPasskey);
    if (result?.ok) refresh();
  };
  return (
    <Notice
      title={
        <>
          <bdi>{workspaceName}</bdi> requires two-step verification
        </>
      }
      tone="warn"
    >
      <p>{adviceOf(needed)}</p>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {has.passkey ? (
          <Button busy={busy} onClick={withPasskey} variant="primary">
            Use a passkey
          </Button>
        ) : null}
        {has.singleSignOn ? (
          <Button className="wrap-anywhere" onClick={() => window.open(CONFIRM_IDENTITY, "", "width=560,height=720")}>
            Confirm with {has.singleSignOn}
          </Button>
        ) : null}
      </div>
      <Failure error={failure} />
    </Notice>
  );
}
