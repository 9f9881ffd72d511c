import type { ReactNode } from "react";
import { Icon } from "./icon";

export const inputClass = "input";

/** What the star at a label says, beside the first label of each form that has one. */
export const STAR = "* Required";

type FieldProps = {
  id: string;
  label: string;
  required?: boolean;
  /** Beside the label and less than it: a time zone, say. */
  aside?: string | undefined;
  /** One line under the field. An error stands above it. */
  help?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
};

/** What a control inside a Field carries, so that its error and help are read with it. */
export function describedBy(id: string, error: string | undefined) {
  return { id, "aria-describedby": `${id}-help`, "aria-invalid": error ? true : undefined } as const;
}

/** Label above, control, error and help below. */
export function Field({ id, label, required = false, aside, help, error, children }: FieldProps) {
  return (
    <div className="field">
      <div className="flex gap-1">
        <label className="font-medium" htmlFor={id}>
          {label}
        </label>
        {required ? (
          <span aria-hidden="true" className="text-bad">
            *
          </span>
        ) : null}
        {aside ? <span className="ml-auto text-meta text-muted">{aside}</span> : null}
      </div>
      {children}
      <p id={`${id}-help`}>
        {error ? (
          <span className="flex items-start gap-1.5 text-bad">
            <Icon className="mt-0.5 size-4" name="alert" />
            {error}
          </span>
        ) : null}
        {help}
      </p>
    </div>
  );
}
