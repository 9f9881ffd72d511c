/** Why values cannot be sealed or opened now; its message is for the operator and names ids and places, never a key. */
export class KeyRingUnusable extends Error {
  static readonly kind: string = "KeyRingUnusable";
  override readonly name = "KeyRingUnusable";
}
