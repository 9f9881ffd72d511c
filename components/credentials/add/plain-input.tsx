import type { ClipboardEvent, ComponentProps } from "react";
import { inputClass } from "@/components/ui/field";
import type { PlainValue } from "@/lib/connectors/connector";

type PlainInputProps = ComponentProps<"input"> &
  ComponentProps<"select"> & {
    field: PlainValue & { optional?: true };
    onPasted: (event: ClipboardEvent<HTMLInputElement>) => void;
  };

/** A value that is no secret: read while it is typed, or chosen. */
export function PlainInput({ field, onPasted, ...props }: PlainInputProps) {
  if (field.kind === "text")
    return (
      <input
        {...props}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        className={`${inputClass} scroll-my-10 font-mono`}
        onPaste={onPasted}
        required={!field.optional}
        spellCheck={false}
      />
    );
  return (
    <select {...props} className={`${inputClass} scroll-my-10`} required={!field.optional}>
      <option value="">Choose …</option>
      {field.options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
