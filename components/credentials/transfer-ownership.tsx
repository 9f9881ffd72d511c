"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { transferCredentialAction } from "@/lib/credentials/credential-actions";
import type { ErrorDto } from "@/lib/platform/result-dto";

type TransferOwnershipProps = {
  credential: { id: string; name: string };
  /** Who else may own it. */
  people: readonly { id: string; name: string }[];
};

/** Names another owner of a credential. */
export function TransferOwnership({ credential, people }: TransferOwnershipProps) {
  const [open, setOpen] = useState(false);
  const [ownerId, setOwnerId] = useState("");
  const [failure, setFailure] = useState<ErrorDto>();
  const { busy, run } = useAction();
  const close = () => {
    setOpen(false);
    setOwnerId("");
    setFailure(undefined);
  };
  const transfer = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(undefined);
    const result = await run((from) => transferCredentialAction(from, { credentialId: credential.id, ownerId }));
    if (result?.ok) close();
    else if (result) setFailure(result.error);
  };
  const fieldError = failure?.fields?.ownerId;
  return (
    <>
      <button
        className="font-medium text-accent-ink underline underline-offset-4 pointer-coarse:py-2"
        onClick={() => setOpen(true)}
        type="button"
      >
        Transfer
        <span className="sr-only"> ownership</span>
      </button>
      {open ? (
        <Dialog
          dirty={ownerId !== ""}
          onClose={close}
          subtitle={
            <p className="text-muted wrap-anywhere" dir="auto">
              {credential.name}
            </p>
          }
          title="Transfer ownership"
          width="small"
        >
          <form method="post" onSubmit={transfer}>
            <div className="grid gap-3 px-6 py-5">
              <Field
                error={fieldError}
                help={
                  people.length > 0
                    ? "The owner is named on the tile: whom to ask about this credential."
                    : "There is no one else yet who could own it. Invite someone first."
                }
                id="new-owner"
                label="New owner"
                required
              >
                <select
                  {...describedBy("new-owner", fieldError)}
                  className={inputClass}
                  data-autofocus
                  onChange={(event) => setOwnerId(event.target.value)}
                  value={ownerId}
                >
                  <option value="">Choose someone</option>
                  {people.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              </Field>
              <div aria-live="polite" className="empty:hidden">
                {failure && !fieldError ? <Notice title={failure.message} tone="bad" /> : null}
              </div>
            </div>
            <footer className="flex justify-end gap-2 border-t px-6 py-4">
              <Button onClick={close}>Cancel</Button>
              <Button busy={busy} type="submit" variant="primary">
                Transfer
              </Button>
            </footer>
          </form>
        </Dialog>
      ) : null}
    </>
  );
}
