import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import type { TokenShownOnceDto } from "@/lib/auth/tokens/token-dto";

/** The value of a token, the only time that it is seen. It is in the memory of this page alone. */
export function ShownToken({ shown, onClose }: { shown: TokenShownOnceDto; onClose: () => void }) {
  return (
    <>
      <div className="grid gap-4 px-6 py-5">
        <Notice title="Copy this token now. You won't see it again." tone="warn">
          <p>
            Keep it with your program's secrets. Anyone who has it can do what it allows, so never put it in an address,
            a message or code.
          </p>
        </Notice>
        <CopyField autoFocus label={`Token ${shown.name}`} text={shown.value} />
        <p className="text-meta text-muted">
          Send it with each request: <code className="wrap-anywhere">Authorization: Bearer lk_…</code>
        </p>
      </div>
      <footer className="flex justify-end border-t px-6 py-4">
        <Button onClick={onClose} variant="primary">
          Done
        </Button>
      </footer>
    </>
  );
}
