"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { STAR } from "@/components/ui/field";
import { focusBack } from "@/components/ui/focus-back";
import { RelativeTime } from "@/components/ui/relative-time";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import type { PasskeyDto } from "@/lib/auth/account/account-dto";
import { renamePasskeyAction } from "@/lib/auth/passkeys/passkey-actions";

type PasskeyRowProps = { passkey: PasskeyDto; onRemove: () => void };

/** One passkey: what it is called, since when, and when it was used. */
export function PasskeyRow({ passkey, onRemove }: PasskeyRowProps) {
  const { name, synced, addedAt, usedAt } = passkey;
  const [isRenaming, setRenaming] = useState(false);
  const close = () => {
    setRenaming(false);
    // The form goes, and what had the focus with it.
    focusBack(null);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      {isRenaming ? (
        <RenameForm onDone={close} passkey={passkey} />
      ) : (
        <>
          <div className="grid min-w-0 flex-1 basis-56">
            <p className="font-medium wrap-anywhere">
              <bdi>{name}</bdi>
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
          <div className="flex gap-2">
            <Button aria-label={`Rename passkey ${name}`} onClick={() => setRenaming(true)}>
              Rename
            </Button>
            <Button aria-label={`Remove passkey ${name}`} onClick={onRemove}>
              Remove
            </Button>
          </div>
        </>
      )}
    </li>
  );
}

function RenameForm({ passkey, onDone }: { passkey: PasskeyDto; onDone: () => void }) {
  const { field, formProps, busy, failure } = useSubmit({
    defaultValues: { name: passkey.name },
    send: ({ name }) => renamePasskeyAction({ passkeyId: passkey.id, name }),
    onDone,
  });
  return (
    <form className="grid flex-1 gap-2" {...formProps}>
      <TextField
        aside={STAR}
        autoComplete="off"
        autoFocus
        dir="auto"
        help="To tell it from your others, like “Work laptop”."
        id={`passkey-${passkey.id}`}
        label="Passkey's name"
        required
        {...field("name")}
      />
      <div className="flex gap-2">
        <Button busy={busy} type="submit" variant="primary">
          Save
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
      <Failure error={failure} />
    </form>
  );
}
