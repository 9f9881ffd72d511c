"use client";

import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { NameAndDescription } from "@/components/credentials/add/name-and-description";
import { RotateByField } from "@/components/credentials/add/rotate-by-field";
import { Button } from "@/components/ui/button";
import { CancelButton, Dialog } from "@/components/ui/dialog";
import { EditConflict } from "@/components/ui/edit-conflict";
import { Failure } from "@/components/ui/failure";
import { useSubmit } from "@/components/ui/use-submit";
import { updateCredentialAction } from "@/lib/credentials/credential-actions";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";

type EditCredentialProps = { credential: CredentialDetailsDto; onClose: () => void; onSaved: () => void };

/** What the form is about. */
type Details = { name: string; description: string; rotateBy: string };

const FIELDS = [
  ["name", "Credential Name"],
  ["description", "Credential Description"],
  ["rotateBy", "Rotate by"],
] as const satisfies [keyof Details, string][];

const detailsOf = ({ name, description, rotation }: CredentialDetailsDto): Details => ({
  name,
  description,
  rotateBy: rotation?.isOwn ? rotation.dueOn : "",
});

/** Edits all but the values, which are another matter. */
export function EditCredential({ credential: now, onClose, onSaved }: EditCredentialProps) {
  const router = useRouter();
  // What was typed upon. What the page says since is someone else's.
  const [seen, setSeen] = useState(now);
  // The refusal that was answered by keeping or taking.
  const [settled, setSettled] = useState<ErrorDto>();
  const [before, theirs] = [detailsOf(seen), detailsOf(now)];
  const changed = FIELDS.filter(([id]) => before[id] !== theirs[id]);
  // What is no part of the form, its values say, was never in question.
  const base = changed.length === 0 ? now : seen;
  const sentUpon = useRef<number>(undefined);
  const { form, formProps, isDirty, busy, failure } = useSubmit({
    defaultValues: detailsOf(seen),
    resolver: async () =>
      (await import("@/components/credentials/credential-resolvers")).detailsResolver(detailsOf(now).rotateBy),
    send: (input, from) => {
      sentUpon.current = base.revision;
      return updateCredentialAction(from, { credentialId: base.id, revision: base.revision, ...input });
    },
    onDone: onSaved,
  });
  const isOvertaken = failure?.code === "CHANGED_MEANWHILE" && failure !== settled;
  useEffect(() => {
    if (isOvertaken) router.refresh();
  }, [isOvertaken, router]);
  const again = useEffectEvent(() => {
    if (!isOvertaken || changed.length > 0 || sentUpon.current === now.revision) return;
    setSettled(failure);
    void formProps.onSubmit();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each refusal, and each state of the credential that comes
  useEffect(() => again(), [isOvertaken, now.revision]);

  const yours = { ...theirs, ...form.getValues() };
  const settle = (takes: (field: keyof Details) => boolean) => {
    for (const [id] of changed)
      if (takes(id)) form.setValue(id, theirs[id], { shouldDirty: true, shouldValidate: true });
    setSeen(now);
    setSettled(failure);
    form.setFocus("name");
  };
  // What only they changed was never in question.
  const isUntouched = (field: keyof Details) => form.getValues(field) === before[field];
  // Until what they saved is here, the refusal itself says what happened.
  const isConflict = isOvertaken && changed.length > 0;
  return (
    <Dialog dirty={isDirty} onClose={onClose} title="Edit credential">
      <form className="flex min-h-0 flex-1 flex-col" {...formProps}>
        <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
          <div aria-live="polite" className="empty:absolute">
            {isConflict ? (
              <EditConflict
                fields={changed.map(([id, label]) => ({ id, label, theirs: theirs[id], yours: yours[id] ?? "" }))}
                onKeep={() => settle(isUntouched)}
                onTake={() => settle(() => true)}
                what="credential"
              />
            ) : null}
          </div>
          <NameAndDescription form={form} />
          <RotateByField form={form} />
          <Failure error={isConflict || failure === settled ? undefined : failure} />
        </div>
        <footer className="flex justify-end gap-2 border-t px-6 py-4">
          <CancelButton className="mr-auto" variant="quiet" />
          <Button busy={busy} type="submit" variant="primary">
            Save
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
