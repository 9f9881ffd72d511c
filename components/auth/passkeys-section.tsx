"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { focusBack } from "@/components/ui/focus-back";
import { SettingsSection } from "@/components/ui/settings-section";
import { useAction } from "@/components/ui/use-action";
import type { PasskeyDto } from "@/lib/auth/account/account-dto";
import { addPasskeyAction, beginPasskeyAction, removePasskeyAction } from "@/lib/auth/passkeys/passkey-actions";
import type { ActionResult } from "@/lib/platform/result-dto";
import { makePasskey } from "./ask-passkey";
import { PasskeyRow } from "./passkey-row";

type PasskeysSectionProps = {
  passkeys: PasskeyDto[];
  /** The server's own, where no passkey can be made for it: one belongs to a host name. */
  address: string | undefined;
  /** Not before the person's address is proven; what was added before that was asked for can be removed. */
  mayAdd: boolean;
};

/** The device makes one between two questions of the server's. */
async function addPasskey(): Promise<ActionResult<unknown>> {
  const begun = await beginPasskeyAction();
  if (!begun.ok) return begun;
  const made = await makePasskey(begun.data);
  return made.ok ? addPasskeyAction({ response: made.data }) : made;
}

/** One's own passkeys: a new one by the device's own question, and a way to name each and to take it away. */
export function PasskeysSection({ passkeys, address, mayAdd }: PasskeysSectionProps) {
  const { busy, failure, run } = useAction();
  const remove = async (passkeyId: string) => {
    const result = await run(() => removePasskeyAction(passkeyId));
    // The row goes, and its button with it.
    if (result?.ok) focusBack(null);
  };
  return (
    <SettingsSection
      about="Sign in with your fingerprint, face or device PIN, with no password or code."
      title="Passkeys"
    >
      {passkeys.length > 0 ? (
        <ul className="grid divide-y">
          {passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} onRemove={() => remove(passkey.id)} passkey={passkey} />
          ))}
        </ul>
      ) : null}
      {address === undefined ? null : (
        <p>
          Passkeys need a host name, and this server's address is <span className="font-mono">{address}</span>. Ask its
          operator to set <code>PUBLIC_URL</code> to one, such as https://latchkey.example.com; on your own machine,
          http://localhost with its port works too.
        </p>
      )}
      {mayAdd && address === undefined ? (
        <Button busy={busy} className="justify-self-start" onClick={() => run(addPasskey)}>
          Add a passkey
        </Button>
      ) : null}
      <Failure error={failure} />
    </SettingsSection>
  );
}
