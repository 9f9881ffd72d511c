"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { CancelButton, Dialog } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { useAction } from "@/components/ui/use-action";
import { deleteDataSourcesAction } from "@/lib/data-sources/data-source-actions";
import type { NamedSource, SourcesDeletionDto } from "@/lib/data-sources/data-source-dto";
import { counted } from "@/lib/platform/counted-dto";

type DeleteSelectedProps = {
  sources: readonly NamedSource[];
  onClose: () => void;
  /** With how many were named. */
  onDeleted: (asked: number, result: SourcesDeletionDto) => void;
};

/** *Delete selected*: says first which, and what stops with them. */
export function DeleteSelected({ sources, onClose, onDeleted }: DeleteSelectedProps) {
  // Exactly these, whatever the list behind it shows by then: nothing is deleted that this dialog did not name.
  const [named] = useState(sources);
  const { busy, failure, run } = useAction();
  const remove = async () => {
    const dataSourceIds = named.map(({ id }) => id);
    const result = await run((from) => deleteDataSourcesAction(from, { dataSourceIds }));
    if (result?.ok) onDeleted(named.length, result.data);
  };
  const isOne = named.length === 1;
  return (
    <Dialog dirty={false} onClose={onClose} title="Delete selected data sources">
      <div className="grid min-h-0 flex-1 content-start gap-5 overflow-y-auto px-6 py-5">
        <section aria-labelledby="deletable" className="grid gap-2">
          <h3 className="font-medium" id="deletable">
            {counted(named.length, "data source")} will be erased for good
          </h3>
          <ul className="max-h-60 divide-y divide-hairline overflow-y-auto rounded-control border">
            {named.map(({ id, name }) => (
              <li className="px-3 py-2 wrap-anywhere" dir="auto" key={id}>
                {name}
              </li>
            ))}
          </ul>
          <p className="text-muted">
            {isOne
              ? "Programs that read it stop working, and its reads are erased too. Its credential stays."
              : "Programs that read them stop working, and their reads are erased too. Their credentials stay."}{" "}
            You can't undo this.
          </p>
        </section>
        <Failure error={failure} />
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <CancelButton data-autofocus />
        <Button busy={busy} onClick={remove} variant="danger">
          Delete {named.length}
        </Button>
      </footer>
    </Dialog>
  );
}
