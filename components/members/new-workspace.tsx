"use client";

import { STAR } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { createWorkspaceAction } from "@/lib/members/workspace-actions";

/** Makes another workspace and goes there, which ends this dialog. */
export function NewWorkspace({ onClose }: { onClose: () => void }) {
  const submission = useSubmit({
    defaultValues: { name: "" },
    resolver: async () => (await import("./member-resolvers")).workspaceResolver(),
    send: (input) => createWorkspaceAction(input),
  });
  return (
    <FormDialog onClose={onClose} submission={submission} submit="Create workspace" title="New workspace">
      <p className="text-muted">
        It has its own credentials, data sources, members and settings. You're its first owner.
      </p>
      <TextField
        aside={STAR}
        id="new-workspace"
        label="Workspace name"
        autoComplete="off"
        data-autofocus
        dir="auto"
        required
        {...submission.field("name")}
      />
    </FormDialog>
  );
}
