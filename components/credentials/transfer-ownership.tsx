"use client";

import { useState } from "react";
import { PersonField } from "@/components/members/person-field";
import { FormDialog } from "@/components/ui/form-dialog";
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
  const transfer = async () => {
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
        <FormDialog
          busy={busy}
          dirty={ownerId !== ""}
          failure={fieldError ? undefined : failure}
          onClose={close}
          onSubmit={transfer}
          submit="Transfer"
          subtitle={
            <p className="text-muted wrap-anywhere" dir="auto">
              {credential.name}
            </p>
          }
          title="Transfer ownership"
        >
          <PersonField
            data-autofocus
            error={fieldError}
            help={
              people.length > 0
                ? "The owner is named on the tile: whom to ask about this credential."
                : "There is no one else yet who could own it. Invite someone first."
            }
            id="new-owner"
            label="New owner"
            onChoose={setOwnerId}
            people={people}
            value={ownerId}
          />
        </FormDialog>
      ) : null}
    </>
  );
}
