"use client";

import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { CancelButton } from "@/components/ui/dialog";
import { Failure } from "@/components/ui/failure";
import { describedBy, Field, inputClass, STAR } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { useSubmit } from "@/components/ui/use-submit";
import { scopesFor } from "@/lib/auth/tokens/scope-words-dto";
import { TOKEN_LIFE, TOKEN_LIVES, type TokenChoicesDto, type TokenShownOnceDto } from "@/lib/auth/tokens/token-dto";
import type { TokenForm as TokenFormValues } from "@/lib/auth/tokens/token-schema";
import { isForSources } from "@/lib/auth/tokens/token-scopes-dto";
import { createTokenAction } from "@/lib/data-sources/tokens/token-actions";
import { counted } from "@/lib/platform/counted-dto";
import { PurposeField } from "./purpose-field";
import { ReachField } from "./reach-field";

const lifeWords = (life: (typeof TOKEN_LIVES)[number]) =>
  life === "never" ? "Never" : `After ${counted(Number(life), "day")}`;

const toScopes = ({ purpose, scopes }: TokenFormValues, { scopes: offered }: TokenChoicesDto) =>
  scopesFor(purpose, scopes).filter((scope) => offered.includes(scope));

const toInput = ({ name, reach, sources, expiresInDays }: TokenFormValues, scopes: ReturnType<typeof toScopes>) => ({
  ...{ name, scopes },
  sources: reach === "every" || !isForSources(scopes) ? "every" : sources,
  expiresInDays: expiresInDays === "never" ? "never" : Number(expiresInDays),
});

type TokenFormProps = {
  choices: TokenChoicesDto;
  onDirty: (dirty: boolean) => void;
  onCreated: (shown: TokenShownOnceDto) => void;
};

/** What a token is called, what it may do, with which data sources and until when. */
export function TokenForm({ choices, onDirty, onCreated }: TokenFormProps) {
  const { chosenId } = choices;
  const { form, field, formProps, isDirty, busy, failure } = useSubmit<TokenFormValues, TokenShownOnceDto>({
    defaultValues: {
      name: "",
      purpose: "read",
      scopes: [],
      reach: chosenId === undefined ? "every" : "listed",
      sources: chosenId === undefined ? [] : [chosenId],
      expiresInDays: `${TOKEN_LIFE.usual}`,
    },
    resolver: async () => (await import("./token-resolver")).tokenResolver(),
    send: (values, from) => createTokenAction(from, toInput(values, toScopes(values, choices))),
    onDone: onCreated,
  });
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const { error: lifeError, ...life } = field("expiresInDays");
  const isEndless = form.watch("expiresInDays") === "never";
  return (
    <form className="flex min-h-0 flex-1 flex-col" {...formProps}>
      <div className="grid min-h-0 flex-1 content-start gap-3 overflow-y-auto px-6 py-5">
        <TextField
          aside={STAR}
          autoComplete="off"
          data-autofocus
          help="Name the program that uses it, like “Nightly load”."
          id="token-name"
          label="Token name"
          required
          {...field("name")}
        />
        <PurposeField
          errors={{ purpose: field("purpose").error, scopes: field("scopes").error }}
          form={form}
          offered={choices.scopes}
        />
        <ReachField
          choices={choices}
          error={field("reach").error ?? field("sources").error}
          form={form}
          isLimitable={isForSources(toScopes(form.watch(), choices))}
        />
        <Field
          error={lifeError}
          help={
            isEndless ? (
              <span className="text-bad">Anyone who finds this token can use it until someone revokes it.</span>
            ) : (
              "Rotate or replace it before then, or programs using it stop working."
            )
          }
          id="token-life"
          label="Expires"
          required
        >
          <select
            {...describedBy("token-life", lifeError)}
            className={`${inputClass} ${isEndless ? "text-bad" : ""}`}
            {...life}
          >
            {TOKEN_LIVES.map((value) => (
              <option key={value} value={value}>
                {lifeWords(value)}
              </option>
            ))}
          </select>
        </Field>
        <Failure error={failure} />
      </div>
      <footer className="flex justify-end gap-2 border-t px-6 py-4">
        <CancelButton className="mr-auto" variant="quiet" />
        <Button busy={busy} type="submit" variant="primary">
          Create token
        </Button>
      </footer>
    </form>
  );
}
