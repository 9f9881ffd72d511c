"use client";

import { useState } from "react";
import { STAR } from "@/components/ui/field";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { renameWorkspaceAction } from "@/lib/members/workspace-actions";

/** The section of the settings with the workspace's name. */
export function RenameWorkspace({ name: before }: { name: string }) {
  const [seen, setSeen] = useState(before);
  const submission = useSubmit({
    defaultValues: { name: before },
    resolver: async () => (await import("./member-resolvers")).workspaceResolver(),
    send: ({ name }, from) => renameWorkspaceAction(from, { name, seen }),
    onDone: ({ name }, reset) => {
      setSeen(name);
      reset({ name });
    },
  });
  return (
    <SettingsSection about="Everyone in it sees this, and so do people you invite." title="Workspace">
      <form className="grid gap-3" {...submission.formProps}>
        <TextField
          aside={STAR}
          id="workspace-name"
          label="Workspace name"
          autoComplete="off"
          dir="auto"
          required
          {...submission.field("name")}
        />
        <SaveRow label="Save workspace name" submission={submission} />
      </form>
    </SettingsSection>
  );
}
