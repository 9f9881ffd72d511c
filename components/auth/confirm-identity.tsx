"use client";

import { createRoot } from "react-dom/client";
import { IdentityDialog } from "./identity-dialog";

/**
 * Asks for the password over whatever is open, and says whether it was given. It hangs on no page: any action may need
 * it, and the page that called the action keeps everything that was typed.
 */
export function confirmIdentity(): Promise<boolean> {
  const host = document.body.appendChild(document.createElement("div"));
  const root = createRoot(host);
  return new Promise<boolean>((resolve) => {
    root.render(<IdentityDialog onDone={resolve} />);
  }).finally(() => {
    root.unmount();
    host.remove();
  });
}
