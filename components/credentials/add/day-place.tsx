"use client";

import { useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { CredentialForm } from "@/lib/credentials/credential-schema";
import type { RotateByField } from "./rotate-by-field";

// A day that few set is no part of the page.
const load = () => import("./rotate-by-field");
const nothing = () => undefined;
const preload = () => void load().catch(nothing);

/** Where a day to rotate by can be set, and taken back. */
export function DayPlace({ form }: { form: UseFormReturn<CredentialForm> }) {
  const [DayField, setDayField] = useState<typeof RotateByField<CredentialForm>>();
  const [isTakenBack, setTakenBack] = useState(false);
  if (DayField) {
    const takeBack = () => {
      setTakenBack(true);
      setDayField(undefined);
    };
    return <DayField autoFocus form={form} onCleared={takeBack} />;
  }
  // Known to the form before the fields below it: the first that is wrong takes the focus.
  form.register("rotateBy");
  return (
    <button
      autoFocus={isTakenBack}
      className={
        "w-fit rounded-control text-meta font-medium text-accent-ink underline underline-offset-4 pointer-coarse:py-2"
      }
      onClick={() => void load().then(({ RotateByField }) => setDayField(() => RotateByField), nothing)}
      onFocus={preload}
      onPointerEnter={preload}
      type="button"
    >
      Add rotation date
    </button>
  );
}
