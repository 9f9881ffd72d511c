"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { FormDialog } from "@/components/ui/form-dialog";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import type { WorkspaceForm } from "@/lib/members/member-schema";
import { createWorkspaceAction } from "@/lib/members/workspace-actions";
import type { ErrorDto } from "@/lib/platform/result-dto";

/** Makes another workspace and goes there. */
export function NewWorkspace({ onClose }: { onClose: () => void }) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./member-resolvers")).workspaceResolver()),
  );
  const form = useForm<WorkspaceForm>({ resolver, defaultValues: { name: "" } });
  const error = form.formState.errors.name?.message;
  const { busy, run } = useAction();
  const [failure, setFailure] = useState<ErrorDto>();

  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined);
    const result = await run(() => createWorkspaceAction(input));
    if (!result || result.ok) onClose();
    else if (!applyFieldErrors(form, result.error)) setFailure(result.error);
  });
  return (
    <FormDialog
      busy={busy}
      dirty={form.formState.isDirty}
      failure={failure}
      onClose={onClose}
      onInput={preload}
      onSubmit={() => void submit()}
      submit="Create workspace"
      title="New workspace"
    >
      <p className="text-muted">
        It has credentials, data sources, members and settings of its own. You are its first owner.
      </p>
      <TextField
        error={error}
        id="new-workspace"
        label="Workspace Name"
        autoComplete="off"
        data-autofocus
        dir="auto"
        required
        {...form.register("name")}
      />
    </FormDialog>
  );
}
