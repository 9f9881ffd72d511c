"use client";

import { useState } from "react";
import { InUseList } from "@/components/credentials/page/in-use-list";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { PageLink } from "@/components/ui/page-link";
import { useAction } from "@/components/ui/use-action";
import { restoreCredentialsAction } from "@/lib/credentials/list/bulk-actions";
import type { DeletionResultDto } from "@/lib/credentials/list/bulk-dto";
import { counted } from "@/lib/platform/counted-dto";

/** What *Delete selected* came to, and the way to undo it. */
export function DeletedSeveralNotice({ result: { deleted, inUse, interrupted } }: { result: DeletionResultDto }) {
  const { busy, failure, run } = useAction();
  const [undone, setUndone] = useState<{ tone: "ok" | "warn"; text: string }>();
  const undo = async () => {
    const credentialIds = deleted.map(({ id }) => id);
    const result = await run((from) => restoreCredentialsAction(from, { credentialIds }));
    if (!result?.ok) return;
    const { restored, nameTaken } = result.data;
    const rest = nameTaken > 0 ? ` ${counted(nameTaken, "name")} was taken in the meantime: see Recently deleted.` : "";
    setUndone({ tone: rest ? "warn" : "ok", text: `${counted(restored, "credential")} restored.${rest}` });
  };
  if (undone) return <Notice title={undone.text} tone={undone.tone} />;
  return (
    <Notice title={`${counted(deleted.length, "credential")} deleted.`} tone={interrupted ? "warn" : "ok"}>
      {interrupted ? <p>The server had a problem, so the others are still here. Select them again.</p> : null}
      {inUse.length > 0 ? <InUseList credentials={inUse} /> : null}
      <Failure error={failure} />
      {deleted.length > 0 ? (
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button busy={busy} onClick={undo}>
            Undo
          </Button>
          <PageLink className="underline underline-offset-4 pointer-coarse:py-2" href="/credentials/deleted">
            Recently deleted
          </PageLink>
        </div>
      ) : null}
    </Notice>
  );
}
