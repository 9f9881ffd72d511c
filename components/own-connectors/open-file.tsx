"use client";

import { type ChangeEvent, useState } from "react";
import { openDefinition } from "./open-definition";
import type { OwnForm } from "./own-form";

/** Fills the form from a file that was exported, or from a document of an API. The file stays in the browser. */
export function OpenFile({ onOpen }: { onOpen: (name: string, form: OwnForm) => void }) {
  const [problem, setProblem] = useState<string>();
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const opened = await openDefinition(file);
    setProblem("problem" in opened ? opened.problem : undefined);
    if ("form" in opened) onOpen(file.name, opened.form);
    // The same file again is another choice.
    target.value = "";
  };
  return (
    <div className="field">
      <label className="font-medium" htmlFor="definition-file">
        Begin with a file (optional)
      </label>
      <input
        accept=".json,application/json"
        aria-describedby="definition-file-help"
        className="max-w-full text-meta"
        id="definition-file"
        onChange={open}
        type="file"
      />
      <p id="definition-file-help">
        {problem ? <span className="block text-bad">{problem}</span> : null}A connector that was exported as JSON, or an
        OpenAPI 3 document in JSON, which only says a part. It stays in your browser.
      </p>
    </div>
  );
}
