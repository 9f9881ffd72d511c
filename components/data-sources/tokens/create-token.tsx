"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useAsked } from "@/components/ui/use-asked";
import type { TokenChoicesDto, TokenShownOnceDto } from "@/lib/auth/tokens/token-dto";
import { ShownToken } from "./shown-token";
import { TokenForm } from "./token-form";

/** *Create token*: a name, what it may do and an end, and then the value, once. Open where an address asks for it, or for a source. */
export function CreateToken({ choices }: { choices: TokenChoicesDto }) {
  const pathname = usePathname();
  const [open, setOpen] = useState(choices.chosenId !== undefined);
  const [asked, forget] = useAsked("create");
  const [dirty, setDirty] = useState(false);
  const [shown, setShown] = useState<TokenShownOnceDto>();
  const close = () => {
    setOpen(false);
    setDirty(false);
    setShown(undefined);
    // Loaded anew, the page does not open it again.
    if (choices.chosenId !== undefined) window.history.replaceState(null, "", pathname);
    if (asked) forget();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} variant="primary">
        Create token
      </Button>
      {open || asked ? (
        <Dialog
          dirty={dirty && !shown}
          onClose={close}
          stays={shown !== undefined}
          title={shown ? "Your new token" : "Create token"}
        >
          {shown ? (
            <ShownToken onClose={close} shown={shown} />
          ) : (
            <TokenForm choices={choices} onCreated={setShown} onDirty={setDirty} />
          )}
        </Dialog>
      ) : null}
    </>
  );
}
