import type { UseFormReturn } from "react-hook-form";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import { scopesFor, TOKEN_PRESETS, TOKEN_PURPOSES, type TokenPurpose } from "@/lib/auth/tokens/scope-words-dto";
import type { TokenScope } from "@/lib/auth/tokens/token-dto";
import type { TokenForm } from "@/lib/auth/tokens/token-schema";
import { ScopeChoice } from "./scope-choice";

type PurposeFieldProps = {
  offered: readonly TokenScope[];
  form: UseFormReturn<TokenForm>;
  /** Of the field itself, and of the boxes under it. */
  errors: { purpose: string | undefined; scopes: string | undefined };
};

const nameOf = (purpose: TokenPurpose) => (purpose === "each" ? "Choose each" : TOKEN_PRESETS[purpose].name);
const helpOf = (purpose: TokenPurpose) =>
  purpose === "each" ? "You can give only what you can do yourself." : TOKEN_PRESETS[purpose].help;

/** What it promises has to be among it: a member, say, manages no credentials. */
const isOffered = (purpose: TokenPurpose, offered: readonly TokenScope[]) =>
  purpose !== "manage" || scopesFor(purpose, []).every((scope) => offered.includes(scope));

/** What a token is for: usual answers, and each for itself. */
export function PurposeField({ offered, form, errors }: PurposeFieldProps) {
  const purpose = form.watch("purpose");
  return (
    <>
      <Field error={errors.purpose} help={helpOf(purpose)} id="token-purpose" label="What can it do?" required>
        <select {...describedBy("token-purpose", errors.purpose)} className={inputClass} {...form.register("purpose")}>
          {TOKEN_PURPOSES.filter((one) => isOffered(one, offered)).map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </Field>
      {purpose === "each" ? <ScopeChoice error={errors.scopes} form={form} offered={offered} /> : null}
    </>
  );
}
