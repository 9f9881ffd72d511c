"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/ui/use-action";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { Connector } from "@/lib/connectors/connector";
import { deleteCredentialAction, verifyCredentialAction } from "@/lib/credentials/credential-actions";
import type { CredentialDetailsDto } from "@/lib/credentials/credential-dto";
import type { ErrorDto } from "@/lib/platform/result-dto";
import { EditCredential } from "./edit-credential";
import { ReplaceValues } from "./replace-values";
import { VerificationPanel } from "./verification-panel";

type Open = "edit" | "replace" | "delete" | undefined;
type Said = { verification: VerificationResult } | { error: ErrorDto } | { done: string } | undefined;
type CredentialSettingsProps = {
  connector: Connector;
  credential: CredentialDetailsDto;
  mayManage: boolean;
  /** Where the way here was about new values. */
  replaceFirst?: boolean;
};

/** What can be done with a credential on its page, and what came of it. */
export function CredentialSettings({
  connector,
  credential,
  mayManage,
  replaceFirst = false,
}: CredentialSettingsProps) {
  const router = useRouter();
  const verifying = useAction();
  const deleting = useAction();
  const [open, setOpen] = useState<Open>(replaceFirst ? "replace" : undefined);
  const [said, setSaid] = useState<Said>();
  if (!mayManage) return null;

  const verify = async () => {
    setSaid(undefined);
    const result = await verifying.run((from) => verifyCredentialAction(from, credential.id));
    if (result) setSaid(result.ok ? { verification: result.data.verification } : { error: result.error });
  };
  const remove = async () => {
    const result = await deleting.run((from) => deleteCredentialAction(from, credential.id));
    if (result?.ok) router.push("/credentials");
    else if (result) {
      setOpen(undefined);
      setSaid({ error: result.error });
    }
  };
  const close = () => {
    setOpen(undefined);
    // Reloading the page is not a second way here.
    if (replaceFirst) window.history.replaceState(null, "", `/credentials/${credential.id}`);
  };
  const done = (text: string) => () => {
    close();
    setSaid({ done: text });
  };

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button busy={verifying.busy} onClick={verify} variant="primary">
          Verify now
        </Button>
        <Button onClick={() => setOpen("edit")}>Edit</Button>
        <Button onClick={() => setOpen("replace")}>Replace values</Button>
        <Button onClick={() => setOpen("delete")} variant="danger">
          Delete
        </Button>
      </div>
      <div aria-live="polite" className="max-w-form empty:hidden">
        {said && "verification" in said ? <VerificationPanel result={said.verification} /> : null}
        {said && "done" in said ? <Notice title={said.done} tone="ok" /> : null}
        {said && "error" in said ? (
          <Notice title={said.error.message} tone="bad">
            {said.error.blockers ? (
              <ul className="grid list-disc gap-0.5 pl-4">
                {said.error.blockers.map(({ id, name }) => (
                  <li key={id}>
                    <Link
                      className="underline underline-offset-4"
                      dir="auto"
                      href={`/data-sources/${id}`}
                      prefetch={false}
                    >
                      {name}
                    </Link>
                  </li>
                ))}
              </ul>
            ) : null}
          </Notice>
        ) : null}
      </div>
      {open === "edit" ? <EditCredential credential={credential} onClose={close} onSaved={done("Saved.")} /> : null}
      {open === "replace" ? (
        <ReplaceValues
          connector={connector}
          credential={credential}
          onClose={close}
          onSaved={done("The new values were verified and are in use now.")}
        />
      ) : null}
      {open === "delete" ? (
        <ConfirmDialog
          busy={deleting.busy}
          confirm="Delete"
          onClose={close}
          onConfirm={remove}
          title="Delete this credential?"
        >
          <p>
            <bdi className="font-medium">{credential.name}</bdi> and its sealed values are gone for good. Nothing
            changes in {connector.name}.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
