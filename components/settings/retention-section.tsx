"use client";

import { type FormEvent, useState } from "react";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";
import { RETENTIONS } from "@/lib/settings/settings-schema";
import { SaveRow, type SaveState } from "./save-row";
import { SettingsSection } from "./settings-section";

/** How long values that were replaced are kept. */
export function RetentionSection({ settings }: { settings: SettingsDto }) {
  const [days, setDays] = useState<number>(settings.versionRetentionDays);
  const [state, setState] = useState<SaveState>();
  const { busy, run } = useAction();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setState(undefined);
    const change = { revision: settings.revision, versionRetentionDays: days };
    const result = await run((from) => updateSettingsAction(from, change));
    if (result) setState(result.ok ? "saved" : { error: result.error });
  };
  return (
    <SettingsSection
      about="When the values of a credential are replaced, the old ones are kept sealed for a while, so that you can roll back to them. Then they are destroyed."
      title="Older versions"
    >
      <form className="grid gap-3" method="post" onSubmit={save}>
        <Field
          help={days === 0 ? "They are destroyed within a minute, and there is nothing to roll back to." : undefined}
          id="retention"
          label="Keep replaced values"
        >
          <select
            {...describedBy("retention", undefined)}
            className={inputClass}
            onChange={(event) => {
              setDays(Number(event.target.value));
              setState(undefined);
            }}
            value={days}
          >
            {RETENTIONS.map(({ days: value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
        <SaveRow busy={busy} state={state} />
      </form>
    </SettingsSection>
  );
}
