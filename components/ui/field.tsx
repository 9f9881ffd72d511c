import type { ReactNode } from "react";
import { Icon } from "./icon";

export const inputClass = "input";

type FieldProps = {
  id: string;
  label: string;
  required?: boolean;
  /** One line under the field. An error takes its place. */
  help?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
};

/** What a control inside a Field carries, so that its help or error is read with it. */
export function describedBy(id: string, error: string | undefined) {
  return { id, "aria-describedby": `${id}-help`, "aria-invalid": error ? true : undefined } as const;
}

/** Label above, control, help or error below. */
export function Field({ id, label, required = false, help, error, children }: FieldProps) {
  return (
    <div className="grid gap-1.5">
      <div className="flex gap-1">
        <label className="font-medium" htmlFor={id}>
          {label}
        </label>
        {required ? (
          <span aria-hidden="true" className="text-bad">
            *
          </span>
        ) : null}
      </div>
      {children}
      <p className={`min-h-5 text-meta ${error ? "text-bad" : "text-muted"}`} id={`${id}-help`}>
        {error ? (
          <span className="flex items-start gap-1.5">
            <Icon className="mt-0.5 size-4" name="alert" />
            {error}
          </span>
        ) : (
          help
        )}
      </p>
    </div>
  );
}
