"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Icon } from "@/components/ui/icon";
import { useAction } from "@/components/ui/use-action";
import { exportOwnConnectorAction } from "@/lib/own-connectors/own-connector-actions";
import type { ExportDto } from "@/lib/own-connectors/own-connector-dto";
import { downloadFile } from "./download-file";
import { MonoBox } from "./mono-box";

/** The definition that a version had, fetched once it is unfolded. */
export function VersionDefinition({ id, number }: { id: string; number: number }) {
  const { busy, failure, run } = useAction();
  const [file, setFile] = useState<ExportDto>();
  const unfold = async () => {
    const result = await run((from) => exportOwnConnectorAction(from, { id, number }));
    if (result?.ok) setFile(result.data);
  };
  return (
    <details className="group min-w-0" onToggle={({ currentTarget }) => currentTarget.open && !file && unfold()}>
      <summary className="flex min-h-9 w-fit list-none items-center gap-2 rounded-control text-meta pointer-coarse:min-h-11 [&::-webkit-details-marker]:hidden">
        <Icon className="size-4 text-muted group-open:rotate-90" name="chevron" />
        Definition of version {number}
      </summary>
      <div aria-busy={busy} className="grid min-w-0 gap-2 pb-2">
        {file ? (
          <>
            <MonoBox label={`Version ${number}`} text={file.json} />
            <Button
              aria-label={`Download version ${number}`}
              className="w-fit"
              onClick={() => downloadFile(file.fileName, file.json)}
            >
              Download
            </Button>
          </>
        ) : null}
        <Failure error={failure} />
      </div>
    </details>
  );
}
