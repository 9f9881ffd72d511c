import { useId } from "react";
import { Field, inputClass } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import type { ParameterDto } from "@/lib/api/reference-dto";
import { WithCode } from "./with-code";

type ParameterFieldProps = { parameter: ParameterDto; value: string; onChange: (value: string) => void };

/** A parameter to be typed, or chosen where there is a choice. */
export function ParameterField({ parameter, value, onChange }: ParameterFieldProps) {
  const id = useId();
  const { name, description, isRequired, choices, example } = parameter;
  if (!choices) {
    return (
      <TextField
        autoComplete="off"
        className="font-mono text-meta"
        help={<WithCode text={description} />}
        id={id}
        label={name}
        onChange={(event) => onChange(event.target.value)}
        placeholder={example ?? ""}
        required={isRequired}
        spellCheck={false}
        value={value}
      />
    );
  }
  return (
    <Field help={<WithCode text={description} />} id={id} label={name} required={isRequired}>
      <select
        aria-describedby={`${id}-help`}
        className={inputClass}
        id={id}
        onChange={(event) => onChange(event.target.value)}
        value={value}
      >
        <option value="">{isRequired ? "Choose" : "Not sent"}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </Field>
  );
}
