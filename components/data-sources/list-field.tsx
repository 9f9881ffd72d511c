"use client";

import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from "react";
import { useController } from "react-hook-form";
import { describedBy, Field } from "@/components/ui/field";
import { Icon } from "@/components/ui/icon";
import { counted } from "@/lib/platform/counted-dto";
import type { ParameterFieldProps } from "./parameter-field-props";
import { splitEntries } from "./split-entries";

const asList = (value: unknown): string[] => (Array.isArray(value) ? value : typeof value === "string" ? [value] : []);

/** The entries of a list in the form, and what adding and removing one says aloud. */
function useEntries({ parameter: { id }, form }: ParameterFieldProps) {
  const { field } = useController({ control: form.control, name: `parameters.${id}` });
  const [said, setSaid] = useState("");
  const entries = asList(field.value).filter((entry) => entry !== "");
  const set = (next: string[], what: string) => {
    field.onChange(next);
    setSaid(`${what} ${counted(next.length, "entry", "entries")}.`);
  };
  const add = (more: string[]) => {
    const fresh = [...new Set(more)].filter((entry) => !entries.includes(entry));
    if (fresh.length > 0) set([...entries, ...fresh], `Added ${fresh.join(", ")}.`);
  };
  const remove = (gone: string) => {
    const next = entries.filter((entry) => entry !== gone);
    set(next, `Removed ${gone}.`);
  };
  return { field, entries, said, add, remove };
}

/** Several texts as tags: Enter, a comma or a paste adds, Backspace or the tag's own button removes. */
export function ListField(props: ParameterFieldProps) {
  const { id, label, help, required = false } = props.parameter;
  const { field, entries, said, add, remove } = useEntries(props);
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement | null>(null);

  const take = (typed: string, isWhole: boolean) => {
    const { entries: complete, rest } = splitEntries(typed, isWhole);
    add(complete);
    setText(rest.trimStart());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A key that ends the writing of a character is none of the field's.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && text.trim() !== "") {
      event.preventDefault();
      take(text, true);
    }
    const last = entries.at(-1);
    if (event.key === "Backspace" && text === "" && last !== undefined) remove(last);
  };
  // An input would make one line of several.
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!/[\n\r,]/.test(pasted)) return;
    event.preventDefault();
    take(text + pasted, true);
  };

  return (
    <Field error={props.error} help={`${help} Enter or a comma adds one.`} id={id} label={label} required={required}>
      <div className="input flex flex-wrap items-center gap-1.5 py-1 has-[>input:focus-visible]:outline-2 has-[>input:focus-visible]:outline-offset-2 has-[>input:focus-visible]:outline-accent-ink">
        {entries.length > 0 ? (
          <ul aria-label={`${label}, entries`} className="contents">
            {entries.map((entry) => (
              <li className="flex max-w-full items-center gap-1 rounded-control border bg-sunken pl-2" key={entry}>
                <bdi className="truncate">{entry}</bdi>
                <button
                  aria-label={`Remove ${entry}`}
                  className="grid size-6 shrink-0 place-items-center rounded-control text-muted hover:text-ink pointer-coarse:size-11"
                  onClick={() => {
                    remove(entry);
                    input.current?.focus();
                  }}
                  type="button"
                >
                  <Icon className="size-3.5" name="cross" />
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <input
          {...describedBy(id, props.error)}
          autoComplete="off"
          className="h-7 min-w-32 flex-1 bg-transparent outline-none"
          dir="auto"
          name={field.name}
          onBlur={() => {
            take(text, true);
            field.onBlur();
          }}
          onChange={(event) => take(event.target.value, false)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          ref={(element) => {
            input.current = element;
            field.ref(element);
          }}
          value={text}
        />
      </div>
      <span className="sr-only" role="status">
        {said}
      </span>
    </Field>
  );
}
