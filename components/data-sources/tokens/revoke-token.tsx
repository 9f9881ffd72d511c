"use client";

import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { useAction } from "@/components/ui/use-action";
import type { TokenDto } from "@/lib/auth/tokens/token-dto";
import { revokeTokenAction } from "@/lib/data-sources/tokens/token-actions";

/** Asks before a token ends for good. */
export function RevokeToken({ token, onClose }: { token: TokenDto; onClose: () => void }) {
  const { busy, failure, run } = useAction();
  const revoke = async () => {
    const result = await run((from) => revokeTokenAction(from, { tokenId: token.id }));
    if (result?.ok) onClose();
  };
  return (
    <ConfirmDialog busy={busy} confirm="Revoke" onClose={onClose} onConfirm={revoke} title="Revoke this token?">
      <p>
        Programs that use <bdi className="font-medium wrap-anywhere">{token.name}</bdi> stop working at once, even in
        the middle of a read. You can't undo this.
      </p>
      <Failure error={failure} />
    </ConfirmDialog>
  );
}
