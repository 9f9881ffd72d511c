export type HeavyOptions = {
  /** Every so manieth call is large … */
  every?: number;
  /** … by so many bytes, 200,000 by default. */
  bytes?: number;
  /** The numbers of calls of 7 MB, which can never be sent. */
  unsendable?: readonly number[];
};

const UNSENDABLE_BYTES = 7_000_000;

/** A further field that makes a record large, with the comma before it; nothing for most. */
export function heavyField({ every, bytes = 200_000, unsendable = [] }: HeavyOptions, number: number): string {
  const size = unsendable.includes(number) ? UNSENDABLE_BYTES : every && number % every === every - 1 ? bytes : 0;
  return size === 0 ? "" : `,"notes":"${"Heavy. ".repeat(Math.ceil(size / 7))}"`;
}
