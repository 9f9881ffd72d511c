import type { UseFormReturn } from "react-hook-form";
import { SCOPE_GROUPS, SCOPE_WORDS } from "@/lib/auth/tokens/scope-words-dto";
import type { TokenScope } from "@/lib/auth/tokens/token-dto";
import type { TokenForm } from "@/lib/auth/tokens/token-schema";
import { settleScopes } from "@/lib/auth/tokens/token-scopes-dto";

type ScopeChoiceProps = {
  /** What the person may do themselves: nothing else is shown. */
  offered: readonly TokenScope[];
  form: UseFormReturn<TokenForm>;
  error: string | undefined;
};

/** What a token may do, each with a box, in groups. One that needs another ticks it along. */
export function ScopeChoice({ offered, form, error }: ScopeChoiceProps) {
  const register = form.register("scopes", {
    onChange: ({ target }: { target: HTMLInputElement }) =>
      form.setValue("scopes", settleScopes(form.getValues("scopes"), target.checked), {
        shouldDirty: true,
        shouldValidate: form.formState.isSubmitted,
      }),
  });
  const groups = SCOPE_GROUPS.map(({ name, scopes }) => ({
    name,
    scopes: scopes.filter((scope) => offered.includes(scope)),
  })).filter(({ scopes }) => scopes.length > 0);
  return (
    <div className="grid gap-3 rounded-control border p-3">
      {groups.map(({ name, scopes }) => (
        <fieldset aria-describedby="token-scopes-help" className="grid gap-x-4 gap-y-1 sm:grid-cols-2" key={name}>
          <legend className="mb-1 font-medium">{name}</legend>
          {scopes.map((scope) => (
            <label className="flex min-h-7 items-center gap-2.5 pointer-coarse:min-h-11" key={scope}>
              <input
                className="size-4 shrink-0 accent-accent pointer-coarse:size-5"
                type="checkbox"
                value={scope}
                {...register}
              />
              <span className="wrap-anywhere">{SCOPE_WORDS[scope]}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p className={`text-meta ${error ? "text-bad" : "text-muted"}`} id="token-scopes-help">
        {error ?? "What a choice needs is ticked along with it."}
      </p>
    </div>
  );
}
