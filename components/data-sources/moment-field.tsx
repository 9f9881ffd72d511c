"use client";

import { useRef, useState } from "react";
import { useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { useTimeZone } from "@/components/ui/use-time-zone";
import { momentInUtc } from "@/lib/platform/moment-words-dto";
import type { ParameterFieldProps } from "./parameter-field-props";
import { fromLocalText, isMoment, toLocalText } from "./zoned-time";

/** A moment, chosen where the person is and kept in UTC, which stands below. */
export function MomentField({ parameter: { id, label, help, required = false }, form, error }: ParameterFieldProps) {
  const { field } = useController({ control: form.control, name: `parameters.${id}` });
  const zone = useTimeZone();
  // As it was typed, as long as it is what the form holds: "12:00:00" does not become "12:00" under one's fingers.
  const [typed, setTyped] = useState("");
  const input = useRef<HTMLInputElement | null>(null);
  const shown = typed !== "" && fromLocalText(typed) === field.value ? typed : toLocalText(field.value);
  const change = (text: string) => {
    setTyped(text);
    field.onChange(fromLocalText(text));
  };
  const clear = () => {
    change("");
    // Also what is no whole date yet, which the browser keeps to itself.
    if (input.current) input.current.value = "";
    input.current?.focus();
  };
  const inWords = isMoment(field.value) ? (
    <span className="block tabular-nums">= {momentInUtc(field.value)}</span>
  ) : null;
  return (
    <Field
      aside={zone}
      error={error}
      help={
        <>
          {help}
          {inWords}
        </>
      }
      id={id}
      label={label}
      required={required}
    >
      <div className="flex gap-2">
        <input
          {...describedBy(id, error)}
          className={`${inputClass} min-w-0 flex-1`}
          name={field.name}
          onBlur={field.onBlur}
          onChange={(event) => change(event.target.value)}
          ref={(element) => {
            input.current = element;
            field.ref(element);
          }}
          required={required}
          type="datetime-local"
          // The server does not know the zone.
          value={zone ? shown : ""}
        />
        {field.value ? (
          <Button aria-label={`Clear ${label}`} onClick={clear} variant="quiet">
            Clear
          </Button>
        ) : null}
      </div>
    </Field>
  );
}
