"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { aboutStoredValues } from "@/components/credentials/checks/about-stored-values";
import { CheckPanel } from "@/components/credentials/checks/check-panel";
import { aboutStored } from "@/components/credentials/checks/question";
import { type CheckOutcome, useCheck } from "@/components/credentials/checks/use-check";
import { primaryUnless } from "@/components/credentials/checks/way-on";
import { AttentionNotice } from "@/components/credentials/list/attention-notice";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import type { CredentialValues } from "@/lib/connectors/connector";
import type { AnyConnector } from "@/lib/connectors/database-connector";
import { type CredentialDetailsDto, DELETED_KEPT_DAYS } from "@/lib/credentials/credential-dto";
import { restoreCredentialAction } from "@/lib/credentials/credential-life-actions";
import { deleteCredentialAction } from "@/lib/data-sources/deletion-actions";
import { EditCredential } from "./edit-credential";
import { InUse } from "./in-use";
import { MoveSources } from "./move-sources";
import { ReplaceValues } from "./replace-values";
import { useReplaceQuery } from "./use-replace-query";
import { UsedBy } from "./used-by";

type Open = "edit" | "replace" | "move" | "delete" | undefined;
type CredentialSettingsProps = {
  connector: AnyConnector;
  credential: CredentialDetailsDto;
  /** For *Replace values* to begin with. */
  plainValues: CredentialValues;
  /** The first of those that use it. */
  dataSources: { id: string; name: string }[];
  mayManage: boolean;
};

/** What can be done with a credential on its page, and what came of it. */
export function CredentialSettings(props: CredentialSettingsProps) {
  const { connector, credential, plainValues, dataSources, mayManage } = props;
  const router = useRouter();
  const deleting = useAction();
  const [open, setOpen] = useState<Open>();
  const check = useCheck();
  const { busy, outcome, show } = check;
  const { show: toast, land } = useToast();
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
  /** Pressed on whichever page comes next. */
  const undo = async () => {
    const result = await deleting.run((from) => restoreCredentialAction(from, credential.id));
    if (!result) return;
    if (!result.ok) {
      return toast({
        refused: result.error,
        action: { label: "Recently deleted", href: "/credentials/deleted" },
      });
    }
    toast({ text: `“${credential.name}” was restored.` });
    land(`/credentials/${credential.id}`);
    router.push(`/credentials/${credential.id}`);
  };
  const remove = async () => {
    const result = await deleting.run((from) => deleteCredentialAction(from, credential.id));
    if (result?.ok) {
      toast({ text: `“${credential.name}” was deleted.`, action: { label: "Undo", onPress: undo } });
      land("/credentials");
      router.push("/credentials");
    } else if (result) {
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
    check.forget();
    toast({ text });
  };
  const onReplaced = () => {
    done("New values verified and in use.")();
    // The button that was pressed is gone, or stands elsewhere now.
    land(`/credentials/${credential.id}`);
  };
  const onMoved = (text: string, target: { id: string }) => {
    close();
    check.forget();
    toast({ text, action: { label: "Open", href: `/credentials/${target.id}` } });
    // The button that was pressed goes with the last source.
    land(`/credentials/${credential.id}`);
  };
  const isDue = credential.status === "FAILED" || credential.rotation?.state === "overdue";
  const isOver = (reached: CheckOutcome) => "verification" in reached && reached.verification.status === "FAILED";

  const waysOn = (reached: CheckOutcome) => {
    if (isOver(reached)) {
      return (
        <Button onClick={() => setOpen("replace")} variant="primary">
          Replace values
        </Button>
      );
    }
    return "error" in reached && reached.error.blockers ? (
      <>
        <UsedBy
          credentialId={credential.id}
          dataSources={reached.error.blockers}
          usedBy={Math.max(credential.usedBy, reached.error.blockers.length)}
        />
        <div className="mt-1 flex">
          <Button onClick={() => setOpen("move")}>Move sources to another credential</Button>
        </div>
      </>
    ) : null;
  };
  const replaceButton = (
    <Button onClick={() => setOpen("replace")} variant={isDue ? "primary" : "secondary"}>
      Replace values
    </Button>
  );

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {isDue ? replaceButton : null}
        <Button busy={busy} onClick={verify} variant={isDue ? "secondary" : primaryUnless(outcome)}>
          Verify now
        </Button>
        <Button onClick={() => setOpen("edit")}>Edit</Button>
        {isDue ? null : replaceButton}
        {credential.usedBy > 0 ? <Button onClick={() => setOpen("move")}>Move sources</Button> : null}
        <Button onClick={() => setOpen("delete")} variant="danger">
          Delete
        </Button>
      </div>
      {notice}
      <CheckPanel
        check={{ ...check, outcome: aboutStoredValues(outcome, { connector, mayReplace: true }) }}
        connector={connector}
        more={waysOn}
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
          onSaved={onReplaced}
        />
      ) : null}
      {open === "move" ? (
        <MoveSources connector={connector} credential={credential} onClose={close} onMoved={onMoved} />
      ) : null}
      {open === "delete" && credential.usedBy > 0 ? (
        <InUse credential={credential} dataSources={dataSources} onClose={close} onMove={() => setOpen("move")} />
      ) : null}
      {open === "delete" && credential.usedBy === 0 ? (
        <ConfirmDialog
          busy={deleting.busy}
          confirm="Delete"
          onClose={close}
          onConfirm={remove}
          title="Delete this credential?"
        >
          <p>
            <bdi className="font-medium">{credential.name}</bdi> will stop working everywhere. You can restore it for{" "}
            {DELETED_KEPT_DAYS} days, then its values are erased. Nothing changes in {connector.name}.
          </p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
