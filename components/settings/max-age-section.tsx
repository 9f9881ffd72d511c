"use client";

import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { MAX_AGE_DAYS } from "@/lib/settings/rotation-dto";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";

/** What is no number says so at the server, as every other wrong one. */
const readDays = (text: string) => (text.trim() === "" ? null : Number(text));

/** After how many days values should be replaced. */
export function MaxAgeSection({ settings: { revision, maxAgeDays } }: { settings: SettingsDto }) {
  const submission = useSubmit({
    defaultValues: { maxAgeDays: String(maxAgeDays ?? "") },
    send: (values, from) => updateSettingsAction(from, { revision, maxAgeDays: readDays(values.maxAgeDays) }),
  });
  return (
    <SettingsSection
      about="The longer a secret lives, the more people have seen it. Everyone in the workspace sees which values are due, and gets a reminder two weeks before and another once they're overdue. You can give a credential its own date instead."
      title="Rotation"
    >
      <form className="grid gap-3" {...submission.formProps}>
        <TextField
          autoComplete="off"
          className="max-w-32 tabular-nums"
          help={`In days, from ${MAX_AGE_DAYS.least} on. Leave empty for no limit (default).`}
          id="max-age"
          inputMode="numeric"
          label="Replace values after"
          {...submission.field("maxAgeDays")}
        />
        <SaveRow label="Save rotation" submission={submission} />
      </form>
    </SettingsSection>
  );
}
