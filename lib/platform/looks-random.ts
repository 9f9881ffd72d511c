/** How much of a secret is looked at: the longer a text, the more of its pairs come twice by chance. */
const LOOKED_AT = 32;
/**
 * Of 31 pairs 17 have to be different: the 16 signs of a hexadecimal alphabet, twice in order, have 16. Of decimal digits
 * that were drawn, the narrowest there are, one secret in fifty million has fewer.
 */
const DIFFERENT = 0.54;

/**
 * Whether a secret looks as if it had been drawn at random: few of its neighbours stand side by side twice. It refuses
 * what someone typed to get past a minimum (one letter, one word over and over), not what is merely guessable.
 */
export function looksRandom(secret: string | Uint8Array): boolean {
  const bytes = Buffer.from(secret).subarray(0, LOOKED_AT);
  const pairs = new Set(Array.from(bytes.subarray(1), (byte, index) => bytes.readUInt8(index) * 256 + byte));
  return bytes.length > 1 && pairs.size >= (bytes.length - 1) * DIFFERENT;
}

/** The rule of every secret that an operator makes up as a text. */
export const isRandomText = (text: string, minimum: number): boolean => text.length >= minimum && looksRandom(text);
