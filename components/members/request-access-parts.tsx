"use client";

import { useState } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { focusBack } from "@/components/ui/focus-back";
import { RelativeTime } from "@/components/ui/relative-time";
import { useAction } from "@/components/ui/use-action";
import { useLater } from "@/components/ui/use-later";
import type { AccessRequestDto, AccessWant } from "@/lib/auth/access-dto";
import { withdrawAccessRequestAction } from "@/lib/members/access-actions";

type RequestAccessPartsProps = {
  /** What can be asked for here, the least first. */
  wants: readonly AccessWant[];
  /** Those of the person's own requests that wait. */
  requests: readonly AccessRequestDto[];
  label: string;
  variant?: ButtonVariant;
};

const loadForm = async () => (await import("./request-access-form")).RequestAccessForm;

/** *Request access*: tells the owners and admins, and says that it did, as long as nobody has answered. */
export function RequestAccessParts({ wants, requests, label, variant = "primary" }: RequestAccessPartsProps) {
  const [open, setOpen] = useState(false);
  const { busy, failure, run } = useAction();
  const Form = useLater(loadForm, open);
  const waiting = requests.filter((one) => wants.includes(one.wants));
  const left = wants.filter((one) => !waiting.some((request) => request.wants === one));
  const [first] = waiting;
  const withdraw = async (requestId: string) => {
    const result = await run((from) => withdrawAccessRequestAction(from, { requestId }));
    if (result?.ok) focusBack(null);
  };
  return (
    <div className="grid justify-items-center gap-2">
      {first ? (
        <p role="status">
          You asked <RelativeTime iso={first.createdAt} />. The owners and admins have been told.
        </p>
      ) : null}
      <div className="flex flex-wrap justify-center gap-2">
        {waiting.map(({ id }) => (
          <Button busy={busy} key={id} onClick={() => withdraw(id)}>
            Withdraw request
          </Button>
        ))}
        {left.length > 0 && waiting.length === 0 ? (
          <Button onClick={() => setOpen(true)} variant={variant}>
            {label}
          </Button>
        ) : null}
      </div>
      <Failure error={failure} />
      {Form && open ? <Form onClose={() => setOpen(false)} title={label} wants={left} /> : null}
    </div>
  );
}
