"use client";

import type { ReactNode } from "react";
import { SaveRow } from "@/components/ui/save-row";
import { SettingsSection } from "@/components/ui/settings-section";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";

const valuesOf = ({ webhookUrl, emailNotices }: SettingsDto) => ({ webhookUrl: webhookUrl ?? "", emailNotices });

function mailHelp({ mailConfigured, receivers }: SettingsDto): ReactNode {
  if (!mailConfigured) {
    return "This server's operator hasn't set up a mail server yet, so we can't send email. See SMTP_URL in its settings.";
  }
  return (
    <>
      They are: <span dir="auto">{receivers.join(", ")}</span>
    </>
  );
}

/** Who is told beside the app when something is to be told of a credential. `children` follow the form. */
export function NoticesSection({ settings, children }: { settings: SettingsDto; children: ReactNode }) {
  const submission = useSubmit({
    defaultValues: valuesOf(settings),
    resolver: async () => (await import("./settings-resolvers")).noticesResolver(),
    send: (input, from) => updateSettingsAction(from, { revision: settings.revision, ...input }),
    // As it was stored, which may be written a little differently.
    onDone: (stored, reset) => reset(valuesOf(stored)),
  });
  const { form, field, formProps } = submission;
  return (
    <SettingsSection
      about="When a credential needs attention, works again or is due for rotation, we tell the workspace once: in the app, and wherever you choose here."
      title="Notices"
    >
      <form className="grid gap-3" {...formProps}>
        <TextField
          help="We post each notice there as signed JSON. Leave empty for none."
          id="webhook"
          label="Webhook address"
          autoComplete="off"
          inputMode="url"
          placeholder="https://hooks.example.com/latchkey"
          spellCheck={false}
          {...field("webhookUrl")}
        />
        <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 gap-y-0.5">
          <input
            aria-describedby="email-help"
            className="mt-0.5 size-4 accent-accent pointer-coarse:size-5"
            id="email"
            type="checkbox"
            {...form.register("emailNotices")}
          />
          <label className="font-medium" htmlFor="email">
            Email owners and admins
          </label>
          <p className="col-start-2 text-meta text-muted wrap-anywhere" id="email-help">
            {mailHelp(settings)}
          </p>
        </div>
        <SaveRow label="Save notices" submission={submission} />
      </form>
      {children}
    </SettingsSection>
  );
}
