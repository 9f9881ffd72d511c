import type { UseFormRegisterReturn } from "react-hook-form";
import type { EndpointParameter } from "@/lib/connectors/connector";

type ChoicesFieldProps = {
  parameter: EndpointParameter & { kind: "choices" };
  /** Of the form: boxes of one name are one list. */
  input: UseFormRegisterReturn;
  error: string | undefined;
};

/** Several of a parameter's options, a box each. None means any. */
export function ChoicesField({ parameter: { id, label, help, options }, input, error }: ChoicesFieldProps) {
  return (
    <fieldset aria-describedby={`${id}-help`} className="grid gap-1.5">
      <legend className="font-medium">{label}</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {options.map((option) => (
          <label className="flex items-start gap-2.5" key={option.value}>
            <input className="mt-1 size-4 accent-(--accent)" type="checkbox" value={option.value} {...input} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <p className="text-meta text-muted" id={`${id}-help`}>
        {error ? <span className="block text-bad">{error}</span> : null}
        {help}
      </p>
    </fieldset>
  );
}
