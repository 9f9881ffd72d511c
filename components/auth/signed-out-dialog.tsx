"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { CONFIRM_IDENTITY, CONFIRMED_CHANNEL } from "@/lib/auth/auth-dto";

/** Signing in as ever, in a window that says so when it is done and closes. */
const SIGN_IN = `/sign-in?next=${encodeURIComponent(`${CONFIRM_IDENTITY}?done=1`)}`;

/** The session ended while something was typed: sign in beside it, and what was begun goes on. */
export function SignedOutDialog({ onDone }: { onDone: (signedIn: boolean) => void }) {
  useEffect(() => {
    const channel = new BroadcastChannel(CONFIRMED_CHANNEL);
    channel.onmessage = () => onDone(true);
    return () => channel.close();
  }, [onDone]);
  return (
    <Dialog dirty={false} onClose={() => onDone(false)} title="Your session has ended" width="small">
      <div className="grid gap-3 px-6 py-5">
        <p>Sign in again in a small window. What you typed stays here, and we'll send it when you're back.</p>
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <Button onClick={() => onDone(false)}>Cancel</Button>
        <Button data-autofocus onClick={() => window.open(SIGN_IN, "", "width=560,height=720")} variant="primary">
          Sign in
        </Button>
      </footer>
    </Dialog>
  );
}
