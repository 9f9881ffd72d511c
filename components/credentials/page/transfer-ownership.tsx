"use client";

import { useState } from "react";
import { useController } from "react-hook-form";
import { Combobox } from "@/components/ui/combobox";
import { describedBy, Field, STAR } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { useSubmit } from "@/components/ui/use-submit";
import { transferCredentialAction } from "@/lib/credentials/credential-actions";

type TransferOwnershipProps = {
  credential: { id: string; name: string };
  /** Who else may own it. */
  people: readonly { id: string; name: string }[];
};

/** Names another owner of a credential. */
export function TransferOwnership(props: TransferOwnershipProps) {
  const [open, setOpen] = useState(false);
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
      {open ? <TransferDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TransferDialog({ credential, people, onClose }: TransferOwnershipProps & { onClose: () => void }) {
  const submission = useSubmit({
    defaultValues: { ownerId: "" },
    send: ({ ownerId }, from) => transferCredentialAction(from, { credentialId: credential.id, ownerId }),
    onDone: onClose,
  });
  const { error } = submission.field("ownerId");
  const { field } = useController({ control: submission.form.control, name: "ownerId" });
  const options = people.map(({ id, name }) => ({ id, label: name }));
  return (
    <FormDialog
      onClose={onClose}
      submission={submission}
      submit="Transfer"
      subtitle={
        <p className="text-muted wrap-anywhere" dir="auto">
          {credential.name}
        </p>
      }
      title="Transfer ownership"
    >
      <Field
        aside={STAR}
        error={error}
        help={
          people.length > 0
            ? "Everyone sees the owner, so they know whom to ask about this credential."
            : "Nobody else can own it yet. Invite someone first."
        }
        id="new-owner"
        label="New owner"
        required
      >
        <Combobox
          {...describedBy("new-owner", error)}
          chosen={options.find(({ id }) => id === field.value)}
          data-autofocus
          onBlur={field.onBlur}
          onChoose={field.onChange}
          options={options}
          placeholder="Choose someone"
          ref={field.ref}
          required
        />
      </Field>
    </FormDialog>
  );
}
