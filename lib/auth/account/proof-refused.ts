import { Refusal } from "@/lib/platform/errors";

export type Proof = "password" | "code" | "passkey" | "single-sign-on";

/** Someone who is signed in did not show that it is them. */
export class ProofRefused extends Refusal {
  static override readonly kind: string = "ProofRefused";
  readonly proof: Proof;

  constructor(proof: Proof, ...refusal: ConstructorParameters<typeof Refusal>) {
    super(...refusal);
    this.proof = proof;
  }
}
