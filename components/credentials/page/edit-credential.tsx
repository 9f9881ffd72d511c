"use client";

import { NameAndDescription } from "@/components/credentials/add/name-and-description";
import { RotateByField } from "@/components/credentials/add/rotate-by-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { useSubmit } from "@/components/ui/use-submit";
import { updateCredentialAction } from "@/lib/credentials/credential-actions";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";

type EditCredentialProps = { credential: CredentialDetailsDto; onClose: () => void; onSaved: () => void };

/** Edits all but the values, which are another matter. */
export function EditCredential({ credential, onClose, onSaved }: EditCredentialProps) {
  const { id: credentialId, revision, name, description, rotation } = credential;
  const { form, formProps, isDirty, busy, failure } = useSubmit({
    defaultValues: { name, description, rotateBy: rotation?.isOwn ? rotation.dueOn : "" },
    resolver: async () => (await import("@/components/credentials/credential-resolvers")).detailsResolver(),
    send: (input, from) => updateCredentialAction(from, { credentialId, revision, ...input }),
    onDone: onSaved,
  });
  return (
    <Dialog dirty={isDirty} onClose={onClose} title="Edit Credential">
      <form className="flex min-h-0 flex-1 flex-col" {...formProps}>
        <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
          <NameAndDescription form={form} />
          <RotateByField form={form} />
          <Failure error={failure} />
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <Button className="mr-auto" onClick={onClose} variant="quiet">
            Cancel
          </Button>
          <Button busy={busy} type="submit" variant="primary">
            Save
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
