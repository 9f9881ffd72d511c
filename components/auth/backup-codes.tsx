"use client";

import { type ComponentProps, useRef } from "react";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Icon } from "@/components/ui/icon";

type BackupCodesProps = { codes: readonly string[]; email: string };

/** Hands a text to the browser to keep, without asking a server for it. */
function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}

/** Codes that are shown this once, and the ways to keep them. */
export function BackupCodes({ codes, email }: BackupCodesProps) {
  const list = useRef<HTMLUListElement>(null);
  const title = `Latchkey backup codes for ${email}`;
  const text = [title, "Each signs you in once in place of a code.", "", ...codes, ""].join("\n");
  return (
    <div className="grid gap-2">
      <div className="to-print grid gap-2">
        <p className="hidden font-medium print:block">{title}</p>
        <ul
          aria-label="Backup codes"
          className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-control border bg-sunken p-3 font-mono text-meta"
          ref={list}
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      <div className="flex flex-wrap gap-2">
        <CopyButton label="backup codes" target={list} text={codes.join("\n")} />
        <Button onClick={() => download("latchkey-backup-codes.txt", text)}>Download</Button>
        <Button onClick={() => window.print()}>Print</Button>
      </div>
    </div>
  );
}

/** Asks whether they were kept, since nobody sees them again. Takes what `register` returns, and why it was refused. */
export function SavedCodes({ error, ...input }: ComponentProps<"input"> & { error: string | undefined }) {
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2.5 gap-y-1">
      <input
        aria-describedby="saved-codes-help"
        aria-invalid={error ? true : undefined}
        className="mt-0.5 size-4 accent-accent pointer-coarse:size-5"
        id="saved-codes"
        type="checkbox"
        {...input}
      />
      <label className="font-medium" htmlFor="saved-codes">
        I saved my backup codes
      </label>
      <p className="col-start-2 text-meta text-bad empty:hidden" id="saved-codes-help">
        {error ? (
          <span className="flex items-start gap-1.5">
            <Icon className="mt-0.5 size-4" name="alert" />
            {error}
          </span>
        ) : null}
      </p>
    </div>
  );
}
