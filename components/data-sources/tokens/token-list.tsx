"use client";

import { useState } from "react";
import type { TokenDto } from "@/lib/auth/tokens/token-dto";
import { RevokeToken } from "./revoke-token";
import { RotateToken } from "./rotate-token";
import { TokenRow } from "./token-row";

type Act = { kind: "rotate" | "revoke"; token: TokenDto };

/** Tokens with what can be done with each; those of others can be revoked by who manages them. */
export function TokenList({ tokens, mayRevokeAll }: { tokens: TokenDto[]; mayRevokeAll: boolean }) {
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  return (
    <>
      <ul aria-label="Tokens" className="divide-y divide-hairline overflow-hidden rounded-tile border bg-surface">
        {tokens.map((token) => (
          <TokenRow
            key={token.id}
            onRevoke={token.isYours || mayRevokeAll ? () => setAct({ kind: "revoke", token }) : undefined}
            onRotate={token.isYours && !token.isExpired ? () => setAct({ kind: "rotate", token }) : undefined}
            token={token}
          />
        ))}
      </ul>
      {act?.kind === "rotate" ? <RotateToken onClose={close} token={act.token} /> : null}
      {act?.kind === "revoke" ? <RevokeToken onClose={close} token={act.token} /> : null}
    </>
  );
}
