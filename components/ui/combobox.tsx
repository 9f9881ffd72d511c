"use client";

import { type ComponentProps, type KeyboardEvent, useId, useState } from "react";
import { counted } from "@/lib/platform/counted-dto";
import { SEARCH_MAX } from "@/lib/platform/limits-dto";
import { type ComboboxOption, OptionList } from "./combobox-list";
import { inputClass } from "./field";
import { hasTyped } from "./folded";
import { Icon } from "./icon";

type ComboboxProps = Omit<
  ComponentProps<"input">,
  "id" | "value" | "onChange" | "onSelect" | "role" | "type" | "children" | "required" | "className"
> & {
  id: string;
  options: readonly ComboboxOption[];
  /** What is chosen, whether or not it is among the options of this moment. */
  chosen: ComboboxOption | undefined;
  onChoose: (id: string) => void;
  /** Where the options are not all that there are: asks for those that have this in their name. */
  onType?: ((text: string) => void) | undefined;
  /** That it is being looked for: until then what fits of what is there, so that Enter takes nobody elsewhere. */
  isSearching?: boolean;
  /** Said below the options, or in their place: that there are more, or why there are none. */
  note?: string | undefined;
  required?: boolean;
};

/** What fits of options that are all there. */
export const fitting = (options: readonly ComboboxOption[], text: string): readonly ComboboxOption[] =>
  options.filter(({ label }) => hasTyped(label, text));

/**
 * Search and choose in one: a text field with a list of what it can become. What is typed is never the choice itself: it
 * goes when one leaves without choosing.
 */
export function Combobox({
  id,
  options,
  chosen,
  onChoose,
  onType,
  isSearching = false,
  note: more,
  required = false,
  onBlur,
  ...input
}: ComboboxProps) {
  const listId = useId();
  // Undefined where nothing is typed: then the field says what is chosen.
  const [text, setText] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const isFound = text === undefined || (onType !== undefined && !isSearching);
  const shown = isFound ? options : fitting(options, text);
  const note = isSearching ? "Searching …" : (more ?? (shown.length === 0 ? "Nothing matches." : undefined));
  const marked = Math.min(at, shown.length - 1);
  const hasList = isOpen && shown.length > 0;
  const optionId = (index: number) => `${listId}-${index}`;

  const open = () => {
    setAt(
      Math.max(
        0,
        shown.findIndex((option) => option.id === chosen?.id),
      ),
    );
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    if (text === undefined) return;
    setText(undefined);
    onType?.("");
  };
  const choose = (option: ComboboxOption) => {
    close();
    onChoose(option.id);
  };
  const type = (typed: string) => {
    setText(typed);
    setAt(0);
    setOpen(true);
    onType?.(typed);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (!isOpen) open();
      else if (shown.length > 0) setAt((marked + step + shown.length) % shown.length);
    } else if (event.key === "Enter" && isOpen) {
      // Else it would send the form around it.
      event.preventDefault();
      const option = shown[marked];
      if (option) choose(option);
    } else if (event.key === "Escape" && isOpen) {
      // Else it would close the dialog around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  const said = isOpen ? (shown.length === 0 ? note : counted(shown.length, "option")) : "";
  return (
    <div className="relative">
      <input
        {...input}
        aria-activedescendant={hasList ? optionId(marked) : undefined}
        aria-autocomplete="list"
        aria-controls={hasList ? listId : undefined}
        aria-expanded={hasList}
        aria-required={required || undefined}
        autoComplete="off"
        className={`${inputClass} truncate pr-9`}
        dir="auto"
        id={id}
        maxLength={SEARCH_MAX}
        onBlur={(event) => {
          close();
          onBlur?.(event);
        }}
        onChange={(event) => type(event.target.value)}
        onClick={() => (isOpen ? undefined : open())}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        role="combobox"
        spellCheck={false}
        type="text"
        value={text ?? chosen?.label ?? ""}
      />
      <Icon
        className="pointer-events-none absolute right-3 top-1/2 size-4 -translate-y-1/2 rotate-90 text-muted"
        name="chevron"
      />
      {isOpen ? (
        <OptionList
          chosenId={chosen?.id}
          fieldId={id}
          id={listId}
          marked={marked}
          note={note}
          onChoose={choose}
          onMark={setAt}
          optionId={optionId}
          options={shown}
        />
      ) : null}
      <span className="sr-only" role="status">
        {said}
      </span>
    </div>
  );
}
