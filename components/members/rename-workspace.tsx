"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { SaveRow, type SaveState } from "@/components/settings/save-row";
import { SettingsSection } from "@/components/settings/settings-section";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import type { WorkspaceForm } from "@/lib/members/member-schema";
import { renameWorkspaceAction } from "@/lib/members/workspace-actions";

/** The section of the settings with the workspace's name. */
export function RenameWorkspace({ name: before }: { name: string }) {
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./member-resolvers")).workspaceResolver()),
  );
  const [seen, setSeen] = useState(before);
  const form = useForm<WorkspaceForm>({ resolver, defaultValues: { name: before } });
  const error = form.formState.errors.name?.message;
  const [state, setState] = useState<SaveState>();
  const { busy, run } = useAction();

  const save = form.handleSubmit(async ({ name }) => {
    setState(undefined);
    const result = await run((from) => renameWorkspaceAction(from, { name, seen }));
    if (result?.ok) {
      setSeen(result.data.name);
      form.reset({ name: result.data.name });
      setState("saved");
    } else if (result && !applyFieldErrors(form, result.error)) setState({ error: result.error });
  });
  return (
    <SettingsSection about="As everyone in it sees it, and in invitations." title="Workspace">
      <form
        className="grid gap-3"
        method="post"
        noValidate
        onInput={() => {
          preload();
          setState(undefined);
        }}
        onSubmit={save}
      >
        <TextField
          error={error}
          id="workspace-name"
          label="Workspace Name"
          autoComplete="off"
          dir="auto"
          required
          {...form.register("name")}
        />
        <SaveRow busy={busy} state={state} />
      </form>
    </SettingsSection>
  );
}
