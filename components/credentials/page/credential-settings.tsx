"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { type CheckOutcome, useCheck } from "@/components/credentials/checks/use-check";
import { AttentionNotice } from "@/components/credentials/list/attention-notice";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useAction } from "@/components/ui/use-action";
import type { Connector, CredentialValues } from "@/lib/connectors/connector";
import { type CredentialDetailsDto, DELETED_KEPT_DAYS } from "@/lib/credentials/credential-dto";
import { deleteCredentialAction } from "@/lib/data-sources/deletion-actions";
import { EditCredential } from "./edit-credential";
import { MoveSources } from "./move-sources";
import { ReplaceValues } from "./replace-values";
import { useReplaceQuery } from "./use-replace-query";

type Open = "edit" | "replace" | "move" | "delete" | undefined;
type CredentialSettingsProps = {
  connector: Connector;
  credential: CredentialDetailsDto;
  /** For *Replace values* to begin with. */
  plainValues: CredentialValues;
  mayManage: boolean;
};

function Blockers({ sources }: { sources: { id: string; name: string }[] }) {
  return (
    <ul className="grid list-disc gap-0.5 pl-4">
      {sources.map(({ id, name }) => (
        <li key={id}>
          <Link className="underline underline-offset-4" dir="auto" href={`/data-sources/${id}`} prefetch={false}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What can be done with a credential on its page, and what came of it. */
export function CredentialSettings({ connector, credential, plainValues, mayManage }: CredentialSettingsProps) {
  const router = useRouter();
  const deleting = useAction();
  const [open, setOpen] = useState<Open>();
  const check = useCheck();
  const { busy, outcome, show } = check;
  const replaceQuery = useReplaceQuery();
  const notice =
    credential.status === "FAILED" && !busy && !outcome ? (
      <AttentionNotice connector={connector} credential={credential} mayReplace={mayManage} />
    ) : null;
  if (!mayManage) return notice;

  const verify = async () => {
    await check.verify(aboutStored(credential.id));
    router.refresh();
  };
  const remove = async () => {
    const result = await deleting.run((from) => deleteCredentialAction(from, credential.id));
    if (result?.ok) router.push(`/credentials?deleted=${encodeURIComponent(credential.id)}`);
    else if (result) {
      setOpen(undefined);
      show({ error: result.error });
    }
  };
  const close = () => {
    setOpen(undefined);
    replaceQuery.clear();
  };
  const done = (text: string) => () => {
    close();
    show({ done: text });
  };

  const inTheWay = (reached: CheckOutcome) =>
    "error" in reached && reached.error.blockers ? (
      <>
        <Blockers sources={reached.error.blockers} />
        <div className="mt-1 flex">
          <Button onClick={() => setOpen("move")}>Move sources to another credential</Button>
        </div>
      </>
    ) : null;

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        <Button busy={busy} onClick={verify} variant="primary">
          Verify now
        </Button>
        <Button onClick={() => setOpen("edit")}>Edit</Button>
        <Button onClick={() => setOpen("replace")}>Replace values</Button>
        {credential.usedBy > 0 ? <Button onClick={() => setOpen("move")}>Move sources</Button> : null}
        <Button onClick={() => setOpen("delete")} variant="danger">
          Delete
        </Button>
      </div>
      {notice}
      <CheckPanel
        check={check}
        className="max-w-form"
        connector={connector}
        more={inTheWay}
        onRetry={verify}
        unchanged="Nothing has changed."
      />
      {open === "edit" ? <EditCredential credential={credential} onClose={close} onSaved={done("Saved.")} /> : null}
      {open === "replace" || replaceQuery.isWanted ? (
        <ReplaceValues
          connector={connector}
          credential={credential}
          onClose={close}
          plainValues={plainValues}
          onSaved={done("The new values were verified and are in use now.")}
        />
      ) : null}
      {open === "move" ? (
        <MoveSources connector={connector} credential={credential} onClose={close} onMoved={(text) => done(text)()} />
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
            Nothing can use <bdi className="font-medium">{credential.name}</bdi> any more. It can be restored for{" "}
            {DELETED_KEPT_DAYS} days, then its sealed values are destroyed. Nothing changes in {connector.name}.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
