"use client";

import { describedBy, Field, inputClass } from "@/components/ui/field";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { useSubmit } from "@/components/ui/use-submit";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";
import { CHECK_INTERVALS } from "@/lib/settings/settings-schema";

const NEVER = "A credential is then verified only when someone uses it or chooses “Verify now”.";
const readMinutes = (chosen: string) => (chosen === "null" ? null : Number(chosen));

type HealthChecksSectionProps = {
  settings: SettingsDto;
  /** How often the operator chose, in words: "Every day". */
  byDefault: string;
};

/** How often stored credentials are verified again. */
export function HealthChecksSection({ settings, byDefault }: HealthChecksSectionProps) {
  const { revision, checkEveryMinutes } = settings;
  const submission = useSubmit({
    defaultValues: { checkEveryMinutes: String(checkEveryMinutes) },
    send: (values, from) =>
      updateSettingsAction(from, { revision, checkEveryMinutes: readMinutes(values.checkEveryMinutes) }),
  });
  const { error, ...select } = submission.field("checkEveryMinutes");
  return (
    <SettingsSection
      about="We verify stored credentials with their providers from time to time, so you find out about a replaced pair before a data source needs it."
      title="Health checks"
    >
      <form className="grid gap-3" {...submission.formProps}>
        <Field
          error={error}
          help={submission.form.watch("checkEveryMinutes") === "0" ? NEVER : undefined}
          id="interval"
          label="Verify stored credentials"
        >
          <select {...describedBy("interval", error)} className={inputClass} {...select}>
            {CHECK_INTERVALS.map(({ minutes, label }) => (
              <option key={label} value={String(minutes)}>
                {minutes === null ? `${byDefault} (installation default)` : label}
              </option>
            ))}
          </select>
        </Field>
        <SaveRow label="Save health checks" submission={submission} />
      </form>
    </SettingsSection>
  );
}
