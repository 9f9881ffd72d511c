"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { useAction } from "@/components/ui/use-action";
import { updateCredentialAction } from "@/lib/credentials/credential-actions";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import type { DetailsForm } from "./credential-resolvers";
import { NameAndDescription } from "./name-and-description";
import { RotateByField } from "./rotate-by-field";

type EditCredentialProps = { credential: CredentialDetailsDto; onClose: () => void; onSaved: () => void };

/** Edits all but the values, which are another matter. */
export function EditCredential({ credential, onClose, onSaved }: EditCredentialProps) {
  const { id: credentialId, revision, name, description, rotation } = credential;
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./credential-resolvers")).detailsResolver()),
  );
  const form = useForm<DetailsForm>({
    resolver,
    defaultValues: { name, description, rotateBy: rotation?.isOwn ? rotation.dueOn : "" },
  });
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined);
    const result = await run((from) => updateCredentialAction(from, { credentialId, revision, ...input }));
    if (result?.ok) onSaved();
    else if (result && !applyFieldErrors(form, result.error)) setFailure(result.error);
  });

  return (
    <Dialog dirty={form.formState.isDirty} onClose={onClose} title="Edit Credential">
      <form className="flex min-h-0 flex-1 flex-col" method="post" noValidate onInput={preload} onSubmit={submit}>
        <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
          <NameAndDescription form={form} />
          <RotateByField form={form} />
          <div aria-live="polite">{failure ? <Failure error={failure} /> : null}</div>
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
