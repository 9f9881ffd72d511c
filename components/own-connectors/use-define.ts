"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useStoppable } from "@/components/checks/use-stoppable";
import { newFormId } from "@/components/ui/new-form-id";
import { useToast } from "@/components/ui/toast-context";
import { useSubmit } from "@/components/ui/use-submit";
import { changeOwnConnectorAction } from "@/lib/data-sources/own/own-connector-life-actions";
import type { Definition } from "@/lib/own-connectors/definition-dto";
import { defineOwnConnectorAction } from "@/lib/own-connectors/own-connector-actions";
import type { OwnConnectorDto, SaveOwnConnectorDto, TryDto } from "@/lib/own-connectors/own-connector-dto";
import type { ActionResult } from "@/lib/platform/result-dto";
import { atInputs } from "./error-places";
import { definitionOf, formOf } from "./form-of-definition";
import { type DefinitionForm, emptyForm, type OwnForm } from "./own-form";
import { useOwnDraft } from "./use-own-draft";

type Done = { tried: TryDto; about: string } | { stopped: true } | SaveOwnConnectorDto;

/** What trying is about: of anything else it says nothing. */
const triedPart = ({ host, fields, placements, proof }: Definition) =>
  JSON.stringify([host, fields.map(({ id }) => id), placements, proof]);

/** Where a credential for it is added. */
const addHref = ({ id, definition }: OwnConnectorDto) =>
  definition.endpoints.length > 0 ? `/data-sources/new/${id}?add=1` : `/credentials?connectorId=${id}&add=1`;

/**
 * The form of a connector of one's own: first it is tried with values that can't be right, then saved as what that
 * showed. What is typed stays, also over a reload.
 */
export function useDefine(edited: OwnConnectorDto | undefined) {
  const router = useRouter();
  const { show, land } = useToast();
  const formId = useRef(newFormId());
  const [start] = useState<DefinitionForm>(() => ({ definition: edited ? formOf(edited.definition) : emptyForm() }));
  const [tried, setTried] = useState<{ about: string; tried: TryDto }>();
  const { asking, ask, stop } = useStoppable<TryDto>();
  const [isStopped, setStopped] = useState(false);

  /** What the button does, of what stands in the form. */
  const stepOf = (form: OwnForm): "try" | "save" | "save-unverifiable" => {
    const about = triedPart(definitionOf(form));
    if (tried?.about === about) return tried.tried.isRefused ? "save" : "save-unverifiable";
    // One that was not seen to refuse may by now.
    return edited?.isVerifiable && about === triedPart(edited.definition) ? "save" : "try";
  };

  const submission = useSubmit<DefinitionForm, Done>({
    defaultValues: start,
    send: async ({ definition: form }, from): Promise<ActionResult<Done>> => {
      setStopped(false);
      const definition = definitionOf(form);
      const step = stepOf(form);
      // What was not tried stays as it is.
      const isTried = tried?.about === triedPart(definition);
      const unverifiable = isTried ? { unverifiable: step === "save-unverifiable" } : {};
      const refused = <T>(result: ActionResult<T>): ActionResult<T> =>
        result.ok ? result : { ok: false, error: atInputs(result.error) };
      if (step === "try") {
        const posted = await ask({ path: "/api/v1/connectors/try", body: { definition } });
        if ("error" in posted) return refused({ ok: false, error: posted.error });
        if ("stopped" in posted) return { ok: true, data: posted };
        return { ok: true, data: { tried: posted.answer, about: triedPart(definition) } };
      }
      return refused(
        edited
          ? await changeOwnConnectorAction(from, {
              id: edited.id,
              version: edited.version,
              definition,
              ...unverifiable,
            })
          : await defineOwnConnectorAction(from, { formId: formId.current, definition, ...unverifiable }),
      );
    },
    onDone: (done) => {
      if ("stopped" in done) return setStopped(true);
      if ("about" in done) return setTried({ about: done.about, tried: done.tried });
      // What refused a moment ago may not any more.
      if (!done.saved)
        return setTried({ about: triedPart(definitionOf(submission.form.getValues().definition)), tried: done.tried });
      draft.finish();
      const { connector } = done;
      const path = `/settings/own-connectors/${connector.id}`;
      const isReady = connector.confirmation.state !== "needed";
      show({ text: edited ? "Connector changed." : "Connector saved. Add its first credential." });
      if (edited || !isReady) land(path);
      router.push(edited || !isReady ? path : addHref(connector));
    },
  });
  const draft = useOwnDraft(submission.form, start, edited?.id ?? "new");
  return { submission, tried, trying: { asking, isStopped, onStop: stop }, stepOf, draft, triedPart };
}
