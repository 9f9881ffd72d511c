import { beginPasskeyConfirmationAction, confirmWithPasskeyAction } from "@/lib/auth/passkeys/passkey-actions";
import { askPasskey } from "./ask-passkey";

/** Shows by a passkey that it is oneself; in this session it counts as the second step, too. */
export async function showPasskey() {
  const begun = await beginPasskeyConfirmationAction();
  if (!begun.ok) return begun;
  const signed = await askPasskey(begun.data);
  return signed.ok ? confirmWithPasskeyAction(signed.data) : signed;
}
