import type { ComponentProps } from "react";
import { describedBy, Field, inputClass } from "@/components/ui/field";

type PersonFieldProps = {
  id: string;
  label: string;
  help: string;
  error: string | undefined;
  people: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
} & Pick<ComponentProps<"select">, "value"> & { "data-autofocus"?: true };

/** A choice among people of the workspace, for something that needs one. */
export function PersonField({ id, label, help, error, people, onChoose, ...props }: PersonFieldProps) {
  return (
    <Field error={error} help={help} id={id} label={label} required>
      <select
        {...describedBy(id, error)}
        className={inputClass}
        onChange={(event) => onChoose(event.target.value)}
        {...props}
      >
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
