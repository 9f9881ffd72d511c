import { InUseList } from "@/components/credentials/page/in-use-list";
import { Notice } from "@/components/ui/notice";
import type { DeletionResultDto } from "@/lib/credentials/list/bulk-dto";

/** What *Delete selected* left where it is, and why. What it deleted is said by a toast. */
export function LeftOutNotice({ result: { inUse, interrupted } }: { result: DeletionResultDto }) {
  return (
    <>
      {interrupted ? (
        <Notice title="Not all of them were deleted." tone="warn">
          <p>The server had a problem, so the others are still here. Select them again.</p>
        </Notice>
      ) : null}
      {inUse.length > 0 ? <InUseList credentials={inUse} /> : null}
    </>
  );
}
