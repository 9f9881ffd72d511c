import { PageHeading } from "@/components/ui/page-heading";
import type { OperationDto } from "@/lib/api/reference-dto";
import { WithCode } from "./with-code";

/** Who may ask, in a sentence. */
function needs({ access, permission, roles }: OperationDto): string {
  const whose = roles.length > 0 ? ` It is for ${roles.join(", ")}.` : "";
  if (access === "anyone") return "Anyone can ask.";
  if (access === "person") return `No token can do this: someone has to sign in.${whose}`;
  if (permission === undefined) return "Any token can ask: it needs no scope.";
  return `Takes a token with the scope ${permission}, from someone who can do it themselves.${whose}`;
}

/** Name, address, what it does and what it needs. */
export function OperationHeading({ operation }: { operation: OperationDto }) {
  const { method, path, summary, description, tag } = operation;
  return (
    <header className="grid gap-2">
      <p className="text-meta text-muted">{tag}</p>
      <PageHeading>{summary}</PageHeading>
      <p className="w-fit max-w-full rounded-control border bg-sunken px-2.5 py-1 font-mono text-meta break-all">
        <span className="font-semibold">{method}</span> /api/v1{path}
      </p>
      {description ? (
        <p className="max-w-form">
          <WithCode text={description} />
        </p>
      ) : null}
      <p className="max-w-form text-muted">{needs(operation)}</p>
    </header>
  );
}
