"use client";

import { type FormEvent, useState } from "react";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { useAction } from "@/components/ui/use-action";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";
import { CHECK_INTERVALS } from "@/lib/settings/settings-schema";
import { SaveRow, type SaveState } from "./save-row";
import { SettingsSection } from "./settings-section";

const help: Record<string, string> = {
  null: "The operator of this server chose how often.",
  0: "A credential is then checked only when someone asks for it or uses it.",
};

/** How often stored credentials are verified again. */
export function HealthChecksSection({ settings }: { settings: SettingsDto }) {
  const [chosen, setChosen] = useState(String(settings.checkEveryMinutes));
  const [state, setState] = useState<SaveState>();
  const { busy, run } = useAction();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const interval = CHECK_INTERVALS.find(({ minutes }) => String(minutes) === chosen);
    if (!interval) return;
    setState(undefined);
    const result = await run((from) =>
      updateSettingsAction(from, { revision: settings.revision, checkEveryMinutes: interval.minutes }),
    );
    if (result) setState(result.ok ? "saved" : { error: result.error });
  };
  return (
    <SettingsSection
      about="Stored credentials are verified with their providers again from time to time, so that a pair that was replaced there is noticed before a data source needs it."
      title="Health checks"
    >
      <form className="grid gap-3" method="post" onSubmit={save}>
        <Field help={help[chosen]} id="interval" label="Verify stored credentials">
          <select
            {...describedBy("interval", undefined)}
            className={inputClass}
            onChange={(event) => {
              setChosen(event.target.value);
              setState(undefined);
            }}
            value={chosen}
          >
            {CHECK_INTERVALS.map(({ minutes, label }) => (
              <option key={label} value={String(minutes)}>
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
