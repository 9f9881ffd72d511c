"use client";

import { useEffect, useState } from "react";
import { InUseList } from "@/components/credentials/page/in-use-list";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { useAction } from "@/components/ui/use-action";
import { DELETED_KEPT_DAYS } from "@/lib/credentials/credential-dto";
import type { DeletionPreviewDto, DeletionResultDto, NamedCredential } from "@/lib/credentials/list/bulk-dto";
import { deleteCredentialsAction, previewDeletionAction } from "@/lib/data-sources/deletion-actions";
import { counted } from "@/lib/platform/counted-dto";

type DeleteSelectedProps = {
  credentials: NamedCredential[];
  onClose: () => void;
  onDeleted: (result: DeletionResultDto) => void;
};

/** *Delete selected*: says first which will be deleted, and which are left out because data sources use them. */
export function DeleteSelected({ credentials, onClose, onDeleted }: DeleteSelectedProps) {
  const [credentialIds] = useState(() => credentials.map(({ id }) => id));
  const [preview, setPreview] = useState<DeletionPreviewDto>();
  const { busy, failure, run } = useAction();
  useEffect(() => {
    void run((from) => previewDeletionAction(from, { credentialIds })).then((result) => {
      if (result?.ok) setPreview(result.data);
    });
  }, [credentialIds, run]);

  const deletable = preview?.deletable ?? [];
  const remove = async () => {
    // Exactly those that were shown: nothing is deleted that this dialog did not name.
    const ids = deletable.map(({ id }) => id);
    const result = await run((from) => deleteCredentialsAction(from, { credentialIds: ids }));
    if (result?.ok) onDeleted(result.data);
  };
  return (
    <Dialog dirty={false} onClose={onClose} title="Delete selected credentials">
      <div
        aria-busy={!preview}
        aria-live="polite"
        className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto px-6 py-5"
      >
        {preview ? null : <p className="text-muted">{failure ? null : "Checking what uses them …"}</p>}
        {deletable.length > 0 ? (
          <section aria-labelledby="deletable" className="grid gap-2">
            <h3 className="font-medium" id="deletable">
              {counted(deletable.length, "credential")} will be deleted
            </h3>
            <ul className="max-h-60 divide-y divide-hairline overflow-y-auto rounded-control border">
              {deletable.map(({ id, name }) => (
                <li className="px-3 py-2" dir="auto" key={id}>
                  {name}
                </li>
              ))}
            </ul>
            <p className="text-muted">
              They'll stop working everywhere. You can restore them for {DELETED_KEPT_DAYS} days under Recently deleted;
              then their values are erased.
            </p>
          </section>
        ) : null}
        {preview && preview.inUse.length > 0 ? <InUseList credentials={preview.inUse} /> : null}
        {preview && deletable.length === 0 && preview.inUse.length === 0 ? (
          <p>All of them are already deleted.</p>
        ) : null}
        <Failure error={failure} />
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <Button data-autofocus onClick={onClose}>
          {preview && deletable.length === 0 ? "Close" : "Cancel"}
        </Button>
        {preview && deletable.length === 0 ? null : (
          <Button busy={busy} disabled={!preview} onClick={remove} variant="danger">
            {preview ? `Delete ${deletable.length}` : "Delete"}
          </Button>
        )}
      </footer>
    </Dialog>
  );
}
