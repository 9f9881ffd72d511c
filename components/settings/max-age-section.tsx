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
      about="Values that are used for long have been seen by many. Everyone in the workspace sees which ones should be replaced, and is told two weeks before and when the day has passed. A credential can have a date of its own instead."
      title="Rotation"
    >
      <form className="grid gap-3" {...submission.formProps}>
        <TextField
          autoComplete="off"
          className="max-w-32 tabular-nums"
          help={`In days, from ${MAX_AGE_DAYS.least} on. Leave it empty and values may be of any age.`}
          id="max-age"
          inputMode="numeric"
          label="Values should be replaced after"
          {...submission.field("maxAgeDays")}
        />
        <SaveRow submission={submission} />
      </form>
    </SettingsSection>
  );
}
