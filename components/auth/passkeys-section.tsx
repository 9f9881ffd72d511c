"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { RelativeTime } from "@/components/ui/relative-time";
import { SettingsSection } from "@/components/ui/settings-section";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import type { PasskeyDto } from "@/lib/auth/account/account-dto";
import { addPasskeyAction, beginPasskeyAction, removePasskeyAction } from "@/lib/auth/passkeys/passkey-actions";
import type { ActionResult } from "@/lib/platform/result-dto";
import { makePasskey } from "./ask-passkey";

type PasskeysSectionProps = {
  passkeys: PasskeyDto[];
  /** Not before the person's address is proven; what was added before that was asked for can be removed. */
  mayAdd: boolean;
};

/** The device makes one between two questions of the server's. */
async function addPasskey({ name }: { name: string }): Promise<ActionResult<unknown>> {
  const begun = await beginPasskeyAction({ name });
  if (!begun.ok) return begun;
  const made = await makePasskey(begun.data);
  return made.ok ? addPasskeyAction({ name, response: made.data }) : made;
}

/** One's own passkeys: a new one by its name and the device's own question, and a way to take each away. */
export function PasskeysSection({ passkeys, mayAdd }: PasskeysSectionProps) {
  const { field, formProps, busy, failure, run } = useSubmit({
    defaultValues: { name: "" },
    send: addPasskey,
    onDone: (_, reset) => reset(),
  });
  return (
    <SettingsSection
      about="Sign in with your fingerprint, face or device PIN, with no password or code."
      title="Passkeys"
    >
      {passkeys.length > 0 ? (
        <ul className="grid divide-y">
          {passkeys.map(({ id, name: known, synced, addedAt, usedAt }) => (
            <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" key={id}>
              <div className="grid min-w-0 flex-1 basis-56">
                <p className="font-medium wrap-anywhere">
                  <bdi>{known}</bdi>
                </p>
                <p className="text-meta text-muted">
                  {synced ? "Synced across your devices · " : null}
                  added <RelativeTime iso={addedAt} /> ·{" "}
                  {usedAt ? (
                    <>
                      used <RelativeTime iso={usedAt} />
                    </>
                  ) : (
                    "never used"
                  )}
                </p>
              </div>
              <Button aria-label={`Remove passkey ${known}`} onClick={() => run(() => removePasskeyAction(id))}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <form className="grid gap-2" {...formProps}>
          <TextField
            aside={STAR}
            help="To tell it from your others, like “Work laptop”."
            id="passkey-name"
            label="New passkey's name"
            required
            {...field("name")}
          />
          <Button busy={busy} className="justify-self-start" type="submit">
            Add a passkey
          </Button>
        </form>
      ) : null}
      <Failure error={failure} />
    </SettingsSection>
  );
}
