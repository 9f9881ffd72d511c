import type { ComponentProps } from "react";
import { describedBy, Field, inputClass, STAR } from "./field";

type PersonFieldProps = Omit<ComponentProps<"select">, "children" | "required"> & {
  id: string;
  label: string;
  help: string;
  error: string | undefined;
  people: readonly { id: string; name: string }[];
};

/** A choice among people of the workspace, for something that needs one. */
export function PersonField({ id, label, help, error, people, ...select }: PersonFieldProps) {
  return (
    <Field aside={STAR} error={error} help={help} id={id} label={label} required>
      <select {...describedBy(id, error)} className={inputClass} {...select}>
        <option value="">Choose someone</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
    </Field>
  );
}
