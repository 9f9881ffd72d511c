import type { UseFormReturn } from "react-hook-form";
import { EditConflict } from "@/components/ui/edit-conflict";
import type { FormConnector } from "@/lib/connectors/connector";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { theirChanges } from "./their-changes";
import type { Conflict } from "./use-configure";

type SourceConflictProps = {
  connector: FormConnector;
  form: UseFormReturn<DataSourceForm>;
  conflict: Conflict;
  nameOf: (credentialId: string | undefined) => string;
};

/** Someone else changed the data source first: what, beside what is typed, and the way on with either. */
export function SourceConflict({ connector, form, conflict, nameOf }: SourceConflictProps) {
  const { before, theirs, settle } = conflict;
  const changes = theirChanges({ connector, nameOf }, { before, mine: form.watch(), theirs });
  const take = (taken: typeof changes) => settle(taken.reduce((next, { take }) => take(next), form.getValues()));
  return (
    <EditConflict
      fields={changes}
      onKeep={() => take(changes.filter(({ isMine }) => !isMine))}
      onTake={() => take(changes)}
      what="data source"
    />
  );
}
