import { Causes } from "@/components/credentials/checks/causes";
import { Notice } from "@/components/ui/notice";
import type { VerificationResult } from "@/lib/checks/verification-dto";
import type { CredentialView } from "./credential-view";

export type AboutChosenProps = {
  chosen: CredentialView | undefined;
  /** What the connector is called. */
  name: string;
  /** What it was accepted with when it was saved here, where that was a warning. */
  verification: VerificationResult | undefined;
};

/** What there is to know of the chosen credential before a data source relies on it. */
export function AboutChosen({ chosen, name, verification }: AboutChosenProps) {
  return (
    <>
      {chosen?.status === "UNVERIFIED" ? (
        <Notice title={`${chosen.name} hasn't been verified.`} tone="warn">
          <p>We'll verify it with {name} when you create the data source.</p>
        </Notice>
      ) : null}
      {chosen?.status === "FAILED" ? (
        <Notice title={`${chosen.name} needs attention.`} tone="warn">
          <p>
            {chosen.unreadable
              ? "We can't read its stored values. Replace them before you create a data source with it."
              : `We'll verify it again when you create the data source. If ${name} still doesn't accept it, the source won't be created.`}
          </p>
        </Notice>
      ) : null}
      {verification ? (
        <Notice title={verification.message} tone="warn">
          <Causes causes={verification.causes} />
          <p>Look into it before a data source relies on it.</p>
        </Notice>
      ) : null}
    </>
  );
}
