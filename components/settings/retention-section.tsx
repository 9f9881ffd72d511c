"use client";

import { describedBy, Field, inputClass } from "@/components/ui/field";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { useSubmit } from "@/components/ui/use-submit";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";
import { RETENTIONS } from "@/lib/settings/settings-schema";

/** How long values that were replaced are kept. */
export function RetentionSection({ settings: { revision, versionRetentionDays } }: { settings: SettingsDto }) {
  const submission = useSubmit({
    defaultValues: { versionRetentionDays: String(versionRetentionDays) },
    send: (values, from) =>
      updateSettingsAction(from, { revision, versionRetentionDays: Number(values.versionRetentionDays) }),
  });
  const { error, ...select } = submission.field("versionRetentionDays");
  const isNone = submission.form.watch("versionRetentionDays") === "0";
  return (
    <SettingsSection
      about="When the values of a credential are replaced, the old ones are kept sealed for a while, so that you can roll back to them. Then they are destroyed."
      title="Older versions"
    >
      <form className="grid gap-3" {...submission.formProps}>
        <Field
          error={error}
          help={isNone ? "They are destroyed within a minute, and there is nothing to roll back to." : undefined}
          id="retention"
          label="Keep replaced values"
        >
          <select {...describedBy("retention", error)} className={inputClass} {...select}>
            {RETENTIONS.map(({ days, label }) => (
              <option key={days} value={days}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <SaveRow submission={submission} />
      </form>
    </SettingsSection>
  );
}
