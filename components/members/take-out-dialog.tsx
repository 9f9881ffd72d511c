"use client";

import { type ReactNode, useState } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { PersonField } from "@/components/ui/person-field";
import { useSubmit } from "@/components/ui/use-submit";
import type { Successor } from "@/lib/members/member-dto";
import type { ActionResult } from "@/lib/platform/result-dto";

type TakeOutDialogProps = {
  title: string;
  submit: string;
  /** What it means. */
  children: ReactNode;
  /** How much the one who goes owns, as far as the page knows. */
  owns: number;
  successors: readonly Successor[];
  /** What a successor gets. */
  help: string;
  send: (successor: { successorId?: string }, from: string) => Promise<ActionResult<unknown>>;
  onDone?: () => void;
  onClose: () => void;
};

/** Asks before someone goes, and who takes over what they own. */
export function TakeOutDialog(props: TakeOutDialogProps) {
  const { title, submit, children, owns, successors, help, send, onDone, onClose } = props;
  const [asks, setAsks] = useState(owns > 0);
  const submission = useSubmit({
    defaultValues: { successorId: "" },
    send: async ({ successorId }, from) => {
      const result = await send(successorId ? { successorId } : {}, from);
      // What they own may have come after this page: then the server asks for it.
      if (!result.ok && result.error.code === "SUCCESSOR_NEEDED") setAsks(true);
      return result;
    },
    ...(onDone ? { onDone } : {}),
  });
  return (
    <FormDialog danger onClose={onClose} submission={submission} submit={submit} title={title}>
      {children}
      {asks ? (
        <PersonField
          autoFocus={owns === 0}
          help={help}
          id="successor"
          label="Who takes over?"
          people={successors.map((person) => ({ id: person.userId, name: person.name }))}
          {...submission.field("successorId")}
        />
      ) : null}
    </FormDialog>
  );
}
