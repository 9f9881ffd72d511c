import type { FieldDto, ParameterDto } from "@/lib/api/reference-dto";
import { WithCode } from "./with-code";

const PLACES = { path: "in the path", query: "in the query", header: "a header" } as const;

/** Fields with their types and what they mean. */
export function FieldList({ fields }: { fields: readonly (FieldDto | ParameterDto)[] }) {
  return (
    <ul className="divide-y border-y">
      {fields.map((field) => (
        <li className="grid gap-0.5 py-2.5" key={field.name}>
          <p className="flex flex-wrap items-baseline gap-x-2">
            <code className="font-mono text-meta font-semibold">{field.name}</code>
            <span className="text-meta text-muted">
              {field.type}
              {"in" in field ? `, ${PLACES[field.in]}` : null}
            </span>
            {field.isRequired ? <span className="text-meta font-medium">required</span> : null}
          </p>
          {field.description === "" ? null : (
            <p className="max-w-form">
              <WithCode text={field.description} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
