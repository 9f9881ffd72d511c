"use client";

import { useState } from "react";
import { CopyCode } from "@/components/ui/copy-code";
import { Segments } from "@/components/ui/segments";
import type { SampleDto } from "@/lib/api/reference-dto";

/** A request in the language that one writes. */
export function CodeSamples({ samples }: { samples: readonly SampleDto[] }) {
  const [id, setId] = useState<SampleDto["id"]>("curl");
  const shown = samples.find((sample) => sample.id === id);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <Segments label="Language" onChoose={setId} options={samples} value={id} />
      {shown ? <CopyCode label={`the ${shown.label} example`} text={shown.text} /> : null}
    </div>
  );
}
