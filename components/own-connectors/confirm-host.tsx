"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast-context";
import { useAction } from "@/components/ui/use-action";
import { confirmOwnConnectorAction } from "@/lib/own-connectors/own-connector-actions";

type ConfirmHostProps = { id: string; host: string; definedByName: string; canConfirm: boolean };

/** Where the operator allows any host, a second owner or admin says that values may go to this one. */
export function ConfirmHost({ id, host, definedByName, canConfirm }: ConfirmHostProps) {
  const router = useRouter();
  const { show } = useToast();
  const { busy, failure, run } = useAction();
  const confirm = async () => {
    const result = await run((from) => confirmOwnConnectorAction(from, { id }));
    if (!result?.ok) return;
    show({ text: `Values can go to ${host} now.` });
    router.refresh();
  };
  return (
    <Notice title={`Nobody has confirmed ${host} yet.`} tone="warn">
      <p>
        {canConfirm
          ? `${definedByName} defined this connector. Confirm its host only if it is yours, or one you trust: every value of its credentials goes there.`
          : "Another owner or admin has to confirm the host before it can have credentials."}
      </p>
      {canConfirm ? (
        <div className="flex">
          <Button busy={busy} onClick={confirm} variant="primary">
            Confirm the host
          </Button>
        </div>
      ) : null}
      <Failure error={failure} />
    </Notice>
  );
}
