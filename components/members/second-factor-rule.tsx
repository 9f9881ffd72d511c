"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Failure } from "@/components/ui/failure";
import { SettingsSection } from "@/components/ui/settings-section";
import { useAction } from "@/components/ui/use-action";
import type { SecondFactorRuleDto } from "@/lib/members/member-dto";
import { requireSecondFactorAction } from "@/lib/members/second-factor-rule-actions";
import { counted } from "@/lib/platform/counted-dto";

function stateOf({ isRequired, people, without }: SecondFactorRuleDto): string {
  const lacking =
    without === 0
      ? "Everyone here has one."
      : `Still without one: ${without} of ${counted(people, "person", "people")}.`;
  return `${isRequired ? "Required." : "Not required."} ${lacking}`;
}

/** Whether everyone in the workspace needs a second factor. Its owners decide, who have one themselves. */
export function SecondFactorRule({ rule }: { rule: SecondFactorRuleDto }) {
  const { busy, failure, run } = useAction();
  const [asking, setAsking] = useState(false);
  const set = async (isRequired: boolean) => {
    const result = await run((from) => requireSecondFactorAction(from, { isRequired }));
    if (result) setAsking(false);
  };
  return (
    <SettingsSection
      about="An authenticator app, a passkey, or single sign-on: someone who learns a password can't get in with it alone."
      anchor="two-step-verification"
      title="Two-step verification"
    >
      <p role="status">{stateOf(rule)}</p>
      {rule.mayChange ? null : <p className="text-meta text-muted">Only owners can change this.</p>}
      {rule.mayChange && rule.isRequired ? (
        <Button busy={busy} className="justify-self-start" onClick={() => set(false)}>
          Stop requiring it
        </Button>
      ) : null}
      {rule.mayChange && !rule.isRequired ? (
        <Button className="justify-self-start" onClick={() => setAsking(true)}>
          Require two-step verification
        </Button>
      ) : null}
      <Failure error={failure} />
      {asking ? (
        <ConfirmDialog
          busy={busy}
          confirm="Require it"
          onClose={() => setAsking(false)}
          onConfirm={() => set(true)}
          title="Require two-step verification?"
        >
          <p>
            Whoever signed in with a password alone can only set up a second step, from their next click on. Owners and
            admins get an email; everyone else is told when they next click. Tokens keep working.
          </p>
        </ConfirmDialog>
      ) : null}
    </SettingsSection>
  );
}
