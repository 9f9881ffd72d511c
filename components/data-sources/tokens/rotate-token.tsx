"use client";

import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { useSubmit } from "@/components/ui/use-submit";
import { TOKEN_OVERLAP, TOKEN_OVERLAPS, type TokenDto, type TokenShownOnceDto } from "@/lib/auth/tokens/token-dto";
import { rotateTokenAction } from "@/lib/data-sources/tokens/token-actions";
import { counted } from "@/lib/platform/counted-dto";
import { ShownToken } from "./shown-token";

const HOURS_OF_DAY = 24;

function overlapWords(hours: number): string {
  if (hours === 0) return "Not at all. It ends at once";
  return `For ${hours % HOURS_OF_DAY === 0 ? counted(hours / HOURS_OF_DAY, "day") : counted(hours, "hour")}`;
}

function RotateForm({
  token,
  onRotated,
  onClose,
}: {
  token: TokenDto;
  onRotated: (shown: TokenShownOnceDto) => void;
  onClose: () => void;
}) {
  const submission = useSubmit({
    defaultValues: { overlapHours: `${TOKEN_OVERLAP.usual}` },
    send: ({ overlapHours }, from) =>
      rotateTokenAction(from, { tokenId: token.id, overlapHours: Number(overlapHours) }),
    onDone: onRotated,
  });
  const [newest, older] = token.values;
  const { error, ...select } = submission.field("overlapHours");
  return (
    <FormDialog onClose={onClose} submission={submission} submit="Rotate" title="Rotate this token?">
      <p>
        <bdi className="font-medium wrap-anywhere">{token.name}</bdi> gets a new value, which you'll see once. Its name,
        permissions, data sources and expiry stay the same.
      </p>
      <Field
        error={error}
        help="Gives you time to update your programs."
        id="token-overlap"
        label={`Keep the value ending in ${newest?.hint ?? ""}`}
      >
        <select {...describedBy("token-overlap", error)} className={inputClass} data-autofocus {...select}>
          {TOKEN_OVERLAPS.map((hours) => (
            <option key={hours} value={hours}>
              {overlapWords(hours)}
            </option>
          ))}
        </select>
      </Field>
      {older ? <p className="text-warn">The older value, ending in {older.hint}, ends at once.</p> : null}
    </FormDialog>
  );
}

/** Gives a token another value, shows it once and lets the one before go on for a while. */
export function RotateToken({ token, onClose }: { token: TokenDto; onClose: () => void }) {
  const [shown, setShown] = useState<TokenShownOnceDto>();
  if (!shown) return <RotateForm onClose={onClose} onRotated={setShown} token={token} />;
  return (
    <Dialog dirty={false} onClose={onClose} stays title="Your new value">
      <ShownToken onClose={onClose} shown={shown} />
    </Dialog>
  );
}
