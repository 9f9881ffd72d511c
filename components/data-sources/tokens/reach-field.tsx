import type { UseFormReturn } from "react-hook-form";
import { describedBy, Field, inputClass } from "@/components/ui/field";
import type { TokenChoicesDto } from "@/lib/auth/tokens/token-dto";
import type { TokenForm } from "@/lib/auth/tokens/token-schema";
import { SourceChoice } from "./source-choice";

type ReachFieldProps = {
  choices: TokenChoicesDto;
  form: UseFormReturn<TokenForm>;
  /** Whether what it may do can be limited to some of them. */
  isLimitable: boolean;
  error: string | undefined;
};

/** The data sources that a token is for. */
export function ReachField({ choices: { sources, hasMore }, form, isLimitable, error }: ReachFieldProps) {
  if (!isLimitable) {
    return (
      <p className="text-meta text-muted">
        Covers all data sources, including future ones. You can limit only seeing them and reading records.
      </p>
    );
  }
  return (
    <>
      <Field error={error} id="token-reach" label="Data sources" required>
        <select {...describedBy("token-reach", error)} className={inputClass} {...form.register("reach")}>
          <option value="every">All, including future ones</option>
          <option value="listed">Only some</option>
        </select>
      </Field>
      {form.watch("reach") === "listed" ? (
        <SourceChoice hasMore={hasMore} register={form.register("sources")} sources={sources} />
      ) : null}
    </>
  );
}
