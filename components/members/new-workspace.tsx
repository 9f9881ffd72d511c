"use client";

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
        It has credentials, data sources, members and settings of its own. You are its first owner.
      </p>
      <TextField
        id="new-workspace"
        label="Workspace Name"
        autoComplete="off"
        data-autofocus
        dir="auto"
        required
        {...submission.field("name")}
      />
    </FormDialog>
  );
}
