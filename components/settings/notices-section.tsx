"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { type ReactNode, useState } from "react";
import { useForm } from "react-hook-form";
import * as z from "zod/mini";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/ui/use-action";
import { updateSettingsAction } from "@/lib/settings/settings-actions";
import type { SettingsDto } from "@/lib/settings/settings-dto";
import { webhookUrl } from "@/lib/settings/settings-schema";
import { SaveRow, type SaveState } from "./save-row";
import { SettingsSection } from "./settings-section";

const noticesForm = z.object({ webhookUrl, emailNotices: z.boolean() });

function mailHelp({ mailConfigured, receivers }: SettingsDto): ReactNode {
  if (!mailConfigured) {
    return "The operator of this server has set up no mail server yet, so no mail is sent. See SMTP_URL in its settings.";
  }
  return (
    <>
      They are: <span dir="auto">{receivers.join(", ")}</span>
    </>
  );
}

/** Who is told beside the app when something is to be told of a credential. `children` follow the form. */
export function NoticesSection({ settings, children }: { settings: SettingsDto; children: ReactNode }) {
  const form = useForm({
    resolver: zodResolver(noticesForm),
    defaultValues: { webhookUrl: settings.webhookUrl ?? "", emailNotices: settings.emailNotices },
  });
  const [state, setState] = useState<SaveState>();
  const { busy, run } = useAction();
  const urlError = form.formState.errors.webhookUrl?.message;

  const save = form.handleSubmit(async (input) => {
    setState(undefined);
    const result = await run((from) => updateSettingsAction(from, { revision: settings.revision, ...input }));
    if (result?.ok) {
      // As it was stored, which may be written a little differently.
      form.reset({ webhookUrl: result.data.webhookUrl ?? "", emailNotices: result.data.emailNotices });
      setState("saved");
    } else if (result && !applyFieldErrors(form, result.error)) setState({ error: result.error });
  });
  return (
    <SettingsSection
      about="When a credential needs attention, works again or should be rotated, the workspace is told once: in the app, and where you choose here."
      title="Notices"
    >
      <form className="grid gap-3" method="post" noValidate onChange={() => setState(undefined)} onSubmit={save}>
        <TextField
          error={urlError}
          help="Each notice is posted there as JSON, signed. Leave it empty for none."
          id="webhook"
          label="Webhook address"
          autoComplete="off"
          inputMode="url"
          placeholder="https://hooks.example.com/latchkey"
          spellCheck={false}
          {...form.register("webhookUrl")}
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
            Tell owners and admins by e-mail
          </label>
          <p className="col-start-2 text-meta text-muted wrap-anywhere" id="email-help">
            {mailHelp(settings)}
          </p>
        </div>
        <SaveRow busy={busy} state={state} />
      </form>
      {children}
    </SettingsSection>
  );
}
