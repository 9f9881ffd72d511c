/** Why values cannot be sealed or opened now; its message is for the operator and names ids and places, never a key. */
export class KeyRingUnusable extends Error {
  override readonly name = "KeyRingUnusable";
}
