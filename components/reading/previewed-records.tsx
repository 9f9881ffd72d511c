"use client";

import { useMemo, useState } from "react";
import { Button } from "@/components/ui/button";
import { Segments } from "@/components/ui/segments";
import { counted } from "@/lib/platform/counted-dto";
import type { PreviewDto } from "@/lib/reading/preview-dto";
import { maskPersonal, parseRecord, printValue, toTable } from "@/lib/reading/record-values-dto";
import { RecordTable } from "./record-table";

const VIEWS = [
  { id: "table", label: "Table" },
  { id: "json", label: "JSON" },
] as const;

type PreviewedRecordsProps = {
  page: PreviewDto & { kind: "page" };
  /** Paths of what is about people. */
  personalFields: readonly string[];
  /** Fields that the provider describes: their columns come first. */
  documented: readonly string[];
};

/** The records of a preview, as a table or as JSON; what is about people only where someone asks for it. */
export function PreviewedRecords({ page, personalFields, documented }: PreviewedRecordsProps) {
  const [view, setView] = useState<"table" | "json">("table");
  const [isShown, setShown] = useState(false);
  const records = useMemo(() => page.records.map(parseRecord), [page]);
  const drawn = useMemo(
    () => (isShown ? records : records.map((record) => maskPersonal(record, personalFields))),
    [records, isShown, personalFields],
  );
  if (records.length === 0) return null;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segments label="View" onChoose={setView} options={VIEWS} value={view} />
        {personalFields.length > 0 ? (
          <Button aria-pressed={isShown} onClick={() => setShown(!isShown)} variant="quiet">
            {isShown ? "Hide personal data" : "Show personal data"}
          </Button>
        ) : null}
      </div>
      {view === "table" ? (
        <RecordTable table={toTable(drawn, documented)} />
      ) : (
        <section
          aria-label="Records as JSON"
          className="max-h-[26rem] overflow-auto rounded-control border bg-surface p-3"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
          tabIndex={0}
        >
          <pre className="font-mono text-meta" dir="auto">
            {printValue(drawn)}
          </pre>
        </section>
      )}
      {page.hidden > 0 ? (
        <p className="text-meta text-warn">
          {`The provider put the credential's values into these records. We replaced ${counted(page.hidden, "place was", "places were")}.`}
        </p>
      ) : null}
    </>
  );
}
