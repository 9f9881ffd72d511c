"use client";

import { createRoot } from "react-dom/client";
import { listIdentityWaysAction } from "@/lib/auth/account/account-actions";
import { IdentityDialog } from "./identity-dialog";

/**
 * Asks over whatever is open who is there, and says whether they showed it. It hangs on no page: any action may need
 * it, and the page that called the action keeps everything that was typed. Rejects where the server cannot be asked.
 */
export async function confirmIdentity(): Promise<boolean> {
  const ways = await listIdentityWaysAction();
  if (!ways.ok) return false;
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  return new Promise<boolean>((resolve) => {
    root.render(<IdentityDialog onDone={resolve} ways={ways.data} />);
  }).finally(() => {
    root.unmount();
    host.remove();
  });
}
