"use client";

import { describedBy, Field, inputClass } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { ACCESS, ACCESS_NOTE_MAX, type AccessWant } from "@/lib/auth/access-dto";
import { withArticle } from "@/lib/auth/role-dto";
import { requestAccessAction } from "@/lib/members/access-actions";
import { ROLE_NAMES } from "./role-field";

type RequestAccessFormProps = { title: string; wants: readonly AccessWant[]; onClose: () => void };

/** What someone wants, and why, in a line. */
export function RequestAccessForm({ title, wants, onClose }: RequestAccessFormProps) {
  const [first = "role-member"] = wants;
  const submission = useSubmit({
    defaultValues: { wants: first as AccessWant, note: "" },
    resolver: async () => (await import("./member-resolvers")).accessResolver(),
    send: (input, from) => requestAccessAction(from, input),
    onDone: onClose,
  });
  const chosen = ACCESS[submission.form.watch("wants")];
  const { error, ...select } = submission.field("wants");
  return (
    <FormDialog onClose={onClose} submission={submission} submit="Send request" title={title}>
      <p>
        The owners and admins get a notice that you'd like access to {chosen.name}, which needs the role of{" "}
        {withArticle(chosen.role)}. One of them can change your role.
      </p>
      {wants.length > 1 ? (
        <Field error={error} id="access-wants" label="Role">
          <select {...describedBy("access-wants", error)} className={inputClass} {...select}>
            {wants.map((one) => (
              <option key={one} value={one}>
                {ROLE_NAMES[ACCESS[one].role]}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <TextField
        autoComplete="off"
        data-autofocus
        dir="auto"
        help={`Optional. Why you need it, in up to ${ACCESS_NOTE_MAX} characters.`}
        id="access-note"
        label="Note"
        {...submission.field("note")}
      />
    </FormDialog>
  );
}
