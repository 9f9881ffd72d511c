"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { Button, buttonClass } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { verifySecondFactorAction } from "@/lib/auth/sign-in/auth-actions";

type Kind = "app" | "backup";
type CodeFormProps = { next: string };

/** The second step of signing in: the code of the app, or a backup code. */
export function CodeForm(props: CodeFormProps) {
  const [kind, setKind] = useState<Kind>("app");
  const other = kind === "app" ? "backup" : "app";
  // Another kind of code begins anew, with nothing said of the last one.
  return <CodeFields {...props} key={kind} kind={kind} onOther={() => setKind(other)} />;
}

/** Sends a code of the app by itself once it has six digits, each once: typed, pasted or filled in by the phone. */
function useComplete(code: string, kind: Kind) {
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef("");
  useEffect(() => {
    const digits = code.replace(/\s/g, "");
    if (kind !== "app" || !/^\d{6}$/.test(digits) || digits === sent.current) return;
    sent.current = digits;
    form.current?.requestSubmit();
  }, [code, kind]);
  return form;
}

function CodeFields({ kind, next, onOther }: CodeFormProps & { kind: Kind; onOther: () => void }) {
  const { form, field, formProps, busy, failure } = useSubmit({
    defaultValues: { code: "" },
    send: (values) => verifySecondFactorAction(values, next),
  });
  const ref = useComplete(form.watch("code"), kind);
  const isApp = kind === "app";
  return (
    <form className="grid gap-3" ref={ref} {...formProps}>
      <TextField
        aria-required
        autoComplete={isApp ? "one-time-code" : "off"}
        autoFocus
        className="font-mono"
        help={isApp ? "6 digits, from your authenticator app." : "One of those you saved. Each works once."}
        id="code"
        inputMode={isApp ? "numeric" : "text"}
        label={isApp ? "Code" : "Backup code"}
        spellCheck={false}
        {...field("code")}
      />
      <Failure error={failure} />
      <Button busy={busy} type="submit" variant="primary">
        Continue
      </Button>
      <Button onClick={onOther} variant="quiet">
        {isApp ? "Use a backup code" : "Use your authenticator app"}
      </Button>
      <Link
        className={buttonClass("quiet")}
        href={`/sign-in?${new URLSearchParams({ next })}`}
        prefetch={false}
        replace
      >
        Sign in as someone else
      </Link>
    </form>
  );
}
