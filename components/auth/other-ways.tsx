"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { useAction } from "@/components/ui/use-action";
import { beginPasskeySignInAction, signInWithPasskeyAction } from "@/lib/auth/passkeys/passkey-actions";
import { beginOidcAction } from "@/lib/auth/sso/oidc-actions";
import { askPasskey } from "./ask-passkey";

type OtherWaysProps = {
  /** The path to go on at. */
  next: string;
  /** The provider's name, where the operator set one up. */
  singleSignOn: string | undefined;
  passkeys: boolean;
};

/** Signing in without a password: through the provider, and with a passkey. */
export function OtherWays({ next, singleSignOn, passkeys }: OtherWaysProps) {
  const { busy, failure, run } = useAction();
  const openProvider = async () => {
    const begun = await beginOidcAction(next);
    if (begun.ok) window.location.assign(begun.data.url);
    return begun;
  };
  const withPasskey = async () => {
    const begun = await beginPasskeySignInAction();
    if (!begun.ok) return begun;
    const signed = await askPasskey(begun.data);
    return signed.ok ? signInWithPasskeyAction(signed.data, next) : signed;
  };

  if (!singleSignOn && !passkeys) return null;
  return (
    <div className="grid gap-3">
      <p aria-hidden="true" className="flex items-center gap-3 text-meta text-muted">
        <span className="h-px flex-1 bg-hairline" />
        or
        <span className="h-px flex-1 bg-hairline" />
      </p>
      {singleSignOn ? (
        <Button busy={busy} className="wrap-anywhere" onClick={() => run(openProvider)}>
          Continue with {singleSignOn}
        </Button>
      ) : null}
      {passkeys ? (
        <Button busy={busy} onClick={() => run(withPasskey)}>
          Sign in with a passkey
        </Button>
      ) : null}
      <Failure error={failure} />
    </div>
  );
}
