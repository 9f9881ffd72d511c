const HEX_ID = /^[0-9a-f]{18}([0-9a-f]{6})$/;
const LONG_ID = /^9223372036(\d{9})$/;

/** The id of a generated call. Ids do not ascend with the number: nobody may sort by them. */
export function idOf(number: number): string {
  const first = (Math.imul(number + 7, 0x9e3779b1) >>> 0).toString(16).padStart(8, "0");
  return `${first}5ca1ab1e0d${number.toString(16).padStart(6, "0")}`;
}

/** 19 digits, of which a JavaScript number keeps 16: neighbours become one. */
export const longIdOf = (number: number) => `9223372036${String(number).padStart(9, "0")}`;

/** The number of a generated call, or undefined where the id is none of theirs. */
export function numberOf(id: string): number | undefined {
  const hex = HEX_ID.exec(id)?.[1];
  if (hex !== undefined) return Number.parseInt(hex, 16);
  const digits = LONG_ID.exec(id)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
