"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field, inputClass } from "@/components/ui/field";
import { PageLink } from "@/components/ui/page-link";
import { TextField } from "@/components/ui/text-field";
import type { OperationDto } from "@/lib/api/reference-dto";
import { ParameterField } from "./parameter-field";
import { ReceivedAnswer } from "./received-answer";
import { type Prepared, prepareRequest, type Received, sendRequest } from "./send-request";
import { useToken } from "./token-context";

type TryItProps = { operation: Pick<OperationDto, "method" | "path" | "parameters" | "body" | "access"> };

/** What a text has wrong that should be a JSON object; undefined where nothing is. */
function flawOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "Enter a JSON object.";
  } catch {
    return "This isn't JSON.";
  }
}

function TokenField() {
  const { token, setToken } = useToken();
  const id = useId();
  return (
    <TextField
      autoComplete="off"
      className="font-mono"
      help={
        <>
          Kept only in this tab, until you reload.{" "}
          <PageLink className="underline underline-offset-4" href="/settings/tokens">
            Create one
          </PageLink>{" "}
          for this, and revoke it afterwards.
        </>
      }
      id={id}
      label="Token"
      onChange={(event) => setToken(event.target.value.trim())}
      placeholder="lk_…"
      spellCheck={false}
      type="password"
      value={token}
    />
  );
}

type Asking = "nothing" | "change" | "delete";

/** Sends a real request with a token. What changes something is shown first, and takes a second click. */
export function TryIt({ operation }: TryItProps) {
  const { method, parameters, access } = operation;
  const { token } = useToken();
  const id = useId();
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(operation.body?.example);
  const [asking, setAsking] = useState<Asking>("nothing");
  const [isBusy, setIsBusy] = useState(false);
  const [received, setReceived] = useState<Received | string>();
  const [missing, setMissing] = useState<string>();
  const answer = useRef<HTMLDivElement>(null);
  const request: Prepared = prepareRequest({ operation, values, body });
  const flaw = body === undefined ? undefined : flawOf(body);

  const send = async () => {
    setAsking("nothing");
    if (isBusy) return;
    setIsBusy(true);
    try {
      setReceived(await sendRequest(request, access === "anyone" ? "" : token, AbortSignal.timeout(60_000)));
    } catch {
      setReceived("No answer. Check that you can reach the server, then send it again.");
    } finally {
      setIsBusy(false);
      answer.current?.focus();
    }
  };
  const begin = () => {
    const empty = parameters.find(({ name, isRequired }) => isRequired && !values[name]?.trim());
    const lacking =
      access !== "anyone" && token === "" ? "Paste a token first." : empty && `Fill in ${empty.name} first.`;
    setMissing(lacking || flaw);
    if (lacking || flaw) return;
    if (method === "GET") return void send();
    setAsking(method === "DELETE" ? "delete" : "change");
  };

  return (
    <div className="grid grid-cols-1 gap-4 rounded-tile border bg-surface p-4 sm:p-5">
      {access === "anyone" ? null : <TokenField />}
      {parameters.map((parameter) => (
        <ParameterField
          key={parameter.name}
          onChange={(value) => setValues((before) => ({ ...before, [parameter.name]: value }))}
          parameter={parameter}
          value={values[parameter.name] ?? ""}
        />
      ))}
      {body === undefined ? null : (
        <Field error={flaw} help="JSON, at most 64 KB." id={`${id}-body`} label="Body" required>
          <textarea
            aria-describedby={`${id}-body-help`}
            aria-invalid={flaw ? true : undefined}
            className={`${inputClass} min-h-40 font-mono text-meta`}
            id={`${id}-body`}
            onChange={(event) => setBody(event.target.value)}
            spellCheck={false}
            value={body}
          />
        </Field>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button busy={isBusy} onClick={begin} variant={method === "GET" ? "primary" : "secondary"}>
          {method === "GET" ? "Send" : "Review request"}
        </Button>
        <p className="text-meta text-bad" role="alert">
          {missing}
        </p>
      </div>
      {asking === "change" ? (
        <div className="grid gap-3 rounded-control border border-warn/30 bg-warn-soft p-3" role="alert">
          <p className="font-medium text-warn">This will change real data.</p>
          <p className="font-mono text-meta break-all">
            {request.method} {request.address}
          </p>
          <div className="flex gap-2">
            <Button onClick={send} variant="primary">
              Send
            </Button>
            <Button onClick={() => setAsking("nothing")}>Cancel</Button>
          </div>
        </div>
      ) : null}
      {asking === "delete" ? (
        <ConfirmDialog
          busy={isBusy}
          confirm="Delete"
          onClose={() => setAsking("nothing")}
          onConfirm={send}
          title="Really delete it?"
        >
          <p>This isn't an example: it goes to this installation.</p>
          <p className="font-mono text-meta break-all">
            {request.method} {request.address}
          </p>
        </ConfirmDialog>
      ) : null}
      <div aria-live="polite" ref={answer} tabIndex={-1}>
        {received === undefined ? null : <ReceivedAnswer received={received} />}
      </div>
    </div>
  );
}
