"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { aboutStored } from "@/components/credentials/checks/question";
import { useCheck } from "@/components/credentials/checks/use-check";
import { applyFieldErrors } from "@/components/ui/apply-field-errors";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { newFormId } from "@/components/ui/new-form-id";
import { useToast } from "@/components/ui/toast-context";
import type { FormConnector } from "@/lib/connectors/connector";
import { createDataSourceAction, updateDataSourceAction } from "@/lib/data-sources/data-source-actions";
import type { DataSourceDto } from "@/lib/data-sources/data-source-dto";
import type { DataSourceForm } from "@/lib/data-sources/data-source-schema";
import { copyName } from "./copy-name";
import type { CredentialChoice } from "./credential-field";
import { useDraft } from "./use-draft";

export type ConfigureTask =
  /** A new source, with the credential that the wizard chose. */
  | { kind: "create"; credential: CredentialChoice }
  /** A new one that begins as another one is. */
  | { kind: "duplicate"; credential: CredentialChoice; source: DataSourceDto }
  | { kind: "edit"; source: DataSourceDto };

function startOf({ endpoints }: FormConnector, task: ConfigureTask): DataSourceForm {
  if (task.kind === "create") return { name: "", endpointId: endpoints[0]?.id ?? "", parameters: {} };
  const { name, endpointId, parameters, credential } = task.source;
  return task.kind === "edit"
    ? { name, endpointId, parameters, credentialId: credential.id }
    : { name: copyName(name), endpointId, parameters };
}

const aboutOf = (task: ConfigureTask) => (task.kind === "create" ? "create" : `${task.kind} ${task.source.id}`);

/** What someone else saved of the source that is edited here, and how that is settled. */
export type Conflict = {
  before: DataSourceForm | undefined;
  theirs: DataSourceForm;
  /** Goes on with this, upon what they saved. */
  settle: (next: DataSourceForm) => void;
};

/**
 * The *Configure* form: what it begins with, its draft, and sending it. What it is about is what it was at first: a page
 * that refreshes underneath does not change under what is typed. What someone else saved meanwhile is asked about.
 */
export function useConfigure(connector: FormConnector, now: ConfigureTask) {
  const router = useRouter();
  const { show, land } = useToast();
  const [task, setTask] = useState(now);
  const [start] = useState(() => startOf(connector, task));
  const [{ resolver, preload }] = useState(() =>
    lazyResolver(async () => (await import("./data-source-resolver")).dataSourceResolver(connector.endpoints)),
  );
  const form = useForm<DataSourceForm>({ resolver, defaultValues: start });
  const formId = useRef(newFormId());
  const check = useCheck((error) => applyFieldErrors(form, error));
  const edited = task.kind === "edit" ? task.source : undefined;
  const draft = useDraft({
    ...{ form, start, connectorId: connector.id, about: aboutOf(task) },
    revision: edited?.revision,
  });
  const { upon } = draft;

  const { outcome, forget } = check;
  const isRefused = outcome !== undefined && "error" in outcome && outcome.error.code === "CHANGED_MEANWHILE";
  const [isOvertaken, setOvertaken] = useState(false);
  useEffect(() => {
    if (!isRefused) return;
    setOvertaken(true);
    router.refresh();
  }, [isRefused, router]);
  const latest = now.kind === "edit" ? now.source : undefined;
  // A draft that was typed upon an older state is asked about before it is sent.
  const isOlder = latest !== undefined && latest.revision !== upon.revision;
  const isAsked = isOlder && (isOvertaken || upon.revision !== edited?.revision);
  const settleWith = (source: DataSourceDto) => (next: DataSourceForm) => {
    setTask(now);
    setOvertaken(false);
    forget();
    draft.settle(next, startOf(connector, now), source.revision);
    // By its id: until the next render a form that was reset knows none of its fields.
    document.getElementById("name")?.focus();
  };
  const conflict: Conflict | undefined = isAsked
    ? { before: upon.values, theirs: startOf(connector, now), settle: settleWith(latest) }
    : undefined;

  const send = (chosen: CredentialChoice) =>
    form.handleSubmit(async ({ name, parameters }) => {
      const common = { name, endpointId: form.getValues("endpointId"), parameters, credentialId: chosen.id };
      // What was verified before is not asked about again, nor what the source reads with already.
      const isKnown = chosen.status === "VERIFIED" || chosen.id === edited?.credential.id;
      const question = isKnown ? undefined : aboutStored(chosen.id, { purpose: "data-source" });
      const change = { ...common, dataSourceId: edited?.id, revision: upon.revision };
      const created = { ...common, connectorId: connector.id, formId: formId.current };
      const saved = edited
        ? await check.store(question, (from, receipt) => updateDataSourceAction(from, { ...change, receipt }))
        : await check.store(question, (from, receipt) => createDataSourceAction(from, { ...created, receipt }));
      if (!saved) return;
      draft.finish();
      const path = `/data-sources/${saved.dataSource.id}`;
      show({ text: edited ? "Data source changed." : "Data source created." });
      land(path);
      router.push(edited ? path : `${path}?created=1`);
    });

  return { task, form, preload, check, draft, conflict, send };
}
