"use client";

import { useEffect, useRef, useState } from "react";
import { NOT_SENT } from "@/components/ui/not-sent";
import { readAnswer } from "@/components/ui/read-answer";
import { useAction } from "@/components/ui/use-action";
import { WORKSPACE_HEADER } from "@/lib/auth/auth-dto";
import type { FormEndpoint, ParameterValues } from "@/lib/connectors/connector";
import type { ActionResult, ErrorDto } from "@/lib/platform/result-dto";
import type { PreviewDto } from "@/lib/reading/preview-dto";

/** What would be read, with which credential. */
export type PreviewQuestion = {
  connectorId: string;
  credentialId: string;
  endpointId: string;
  parameters: ParameterValues;
};

/** `documented` are the fields that the provider describes, in its order. */
export type PreviewOutcome =
  | { preview: PreviewDto; documented: readonly string[] }
  | { error: ErrorDto }
  | { stopped: true };

type Fields = FormEndpoint["fields"];

const PREVIEW_ROUTE = "/api/v1/data-sources/preview";

/** No part of the page: who never previews needs them not. Without them columns stand as they come up. */
async function documentedFields(
  { connectorId, endpointId }: PreviewQuestion,
  fields: Fields,
): Promise<readonly string[]> {
  try {
    if (fields) return Object.keys(fields);
    const { endpointSchema } = await import("@/lib/connectors/endpoint-fields");
    return Object.keys(endpointSchema(connectorId, { id: endpointId }) ?? {});
  } catch {
    return [];
  }
}

type Answered = Exclude<PreviewOutcome, { error: ErrorDto }>;

async function ask(
  question: PreviewQuestion,
  fields: Fields,
  from: string,
  signal: AbortSignal,
): Promise<ActionResult<Answered>> {
  try {
    const response = await fetch(PREVIEW_ROUTE, {
      method: "POST",
      headers: { "content-type": "application/json", [WORKSPACE_HEADER]: from },
      body: JSON.stringify(question),
      signal,
    });
    const answered = await readAnswer<PreviewDto>(response);
    if ("error" in answered) return { ok: false, error: answered.error };
    return { ok: true, data: { preview: answered.answer, documented: await documentedFields(question, fields) } };
  } catch {
    return signal.aborted ? { ok: true, data: { stopped: true } } : { ok: false, error: NOT_SENT };
  }
}

/**
 * A look at the first records, one at a time. Stopping it, or leaving the page, closes the request and with it the
 * server's own to the provider. `isOutdated` where the question is another one by now.
 */
export function usePreview(question: PreviewQuestion, fields: Fields) {
  // As an action is run: where the session ended meanwhile, one signs in again beside it, and it goes on.
  const { busy, run } = useAction();
  const [outcome, setOutcome] = useState<PreviewOutcome & { about: string }>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const about = JSON.stringify(question);

  const look = async () => {
    const controller = new AbortController();
    const result = await run((from) => {
      running.current = controller;
      setOutcome(undefined);
      return ask(question, fields, from, controller.signal);
    });
    if (result) setOutcome({ ...(result.ok ? result.data : { error: result.error }), about });
  };
  const stop = () => running.current?.abort();
  return { busy, outcome, isOutdated: outcome !== undefined && outcome.about !== about, look, stop };
}
