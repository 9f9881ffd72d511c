"use client";

import { describedBy, Field, inputClass } from "@/components/ui/field";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { useSubmit } from "@/components/ui/use-submit";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import { RETENTION_DAYS, type SettingsDto } from "@/lib/settings/settings-dto";
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
      about="When you replace a credential's values, we keep the old ones encrypted for a while, so you can roll back. Then they're erased."
      title="Older versions"
    >
      <form className="grid gap-3" {...submission.formProps}>
        <Field
          error={error}
          help={isNone ? "They're erased within a minute, and you can't roll back." : undefined}
          id="retention"
          label="Keep replaced values"
        >
          <select {...describedBy("retention", error)} className={inputClass} {...select}>
            {RETENTIONS.map(({ days, label }) => (
              <option key={days} value={days}>
                {days === RETENTION_DAYS ? `${label} (default)` : label}
              </option>
            ))}
          </select>
        </Field>
        <SaveRow label="Save older versions" submission={submission} />
      </form>
    </SettingsSection>
  );
}
