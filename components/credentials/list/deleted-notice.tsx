"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import { DELETED_KEPT_DAYS, type DeletedCredentialDto } from "@/lib/credentials/credential-dto";
import { restoreCredentialAction } from "@/lib/credentials/credential-life-actions";

/** What was just deleted, and the way to undo it. */
export function DeletedNotice({ credential }: { credential: DeletedCredentialDto }) {
  const router = useRouter();
  const { busy, failure, run } = useAction();
  const undo = async () => {
    const result = await run((from) => restoreCredentialAction(from, credential.id));
    if (result?.ok) router.replace(`/credentials/${credential.id}`);
  };
  return (
    <div className="max-w-form" role="status">
      <Notice title={`“${credential.name}” was deleted.`} tone="ok">
        <p>It can be restored for {DELETED_KEPT_DAYS} days. Then its sealed values are destroyed.</p>
        <Failure error={failure} />
        <div className="mt-1 flex">
          <Button busy={busy} onClick={undo}>
            Undo
          </Button>
        </div>
      </Notice>
    </div>
  );
}
