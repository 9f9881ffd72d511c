"use client";

import { useState } from "react";
import { counted } from "@/lib/platform/counted-dto";
import { printValue, type RecordValue, type RecordTable as Rows, said } from "@/lib/reading/record-values-dto";

/** So much of a text is there at once. */
const CLIPPED = 120;
/** A text this short is not broken: a time, a state, an id. */
const ONE_LINE = 36;

function LongText({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  return (
    <span className="block w-72">
      <bdi className="whitespace-pre-wrap wrap-anywhere">{open ? text : `${text.slice(0, CLIPPED)}…`}</bdi>{" "}
      <button
        aria-expanded={open}
        className="rounded-control text-accent-ink underline underline-offset-4 pointer-coarse:py-2"
        onClick={() => setOpen(!open)}
        type="button"
      >
        {open ? "Show less" : "Show all"}
      </button>
    </span>
  );
}

function Text({ text }: { text: string }) {
  if (text.length > CLIPPED) return <LongText text={text} />;
  if (text.length <= ONE_LINE) return <bdi className="whitespace-pre">{text}</bdi>;
  return <bdi className="block w-56 whitespace-pre-wrap wrap-anywhere">{text}</bdi>;
}

/** One value of a record. It is a stranger's text: never a link, never markup. */
function Value({ value }: { value: RecordValue | undefined }) {
  if (value === undefined) return null;
  const text = said(value);
  if (text !== undefined) return <span className="tabular-nums">{text}</span>;
  if (typeof value === "string") return <Text text={value} />;
  if (typeof value === "number") return <span className="tabular-nums">{String(value)}</span>;
  if (typeof value !== "object" || value === null) return <span className="text-muted">{String(value)}</span>;
  const size = Array.isArray(value)
    ? counted(value.length, "entry", "entries")
    : counted(Object.keys(value).length, "field");
  if (Object.keys(value).length === 0) return <span className="text-muted">{size}</span>;
  return (
    <details>
      <summary className="w-fit rounded-control whitespace-nowrap text-accent-ink">{size}</summary>
      <pre className="mt-1 max-h-64 max-w-md overflow-auto font-mono text-meta" dir="auto">
        {printValue(value)}
      </pre>
    </details>
  );
}

/** Records as rows. It scrolls by itself, and never the page. */
export function RecordTable({ table: { columns, rows } }: { table: Rows }) {
  return (
    <section
      aria-label="Records"
      className="max-h-[26rem] overflow-auto rounded-control border bg-surface"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
      tabIndex={0}
    >
      <table className="w-full border-collapse text-meta">
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                className="sticky top-0 border-b bg-sunken px-3 py-2 text-left font-mono font-medium whitespace-nowrap"
                key={column}
                scope="col"
              >
                <bdi>{column}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-hairline">
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records stay where they are
            <tr key={index}>
              {row.map((value, at) => (
                <td className="max-w-96 px-3 py-2 align-top" dir="auto" key={columns[at]}>
                  <Value value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
