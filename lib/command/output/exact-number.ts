const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** The same for all spellings of a number: 1.50e1 and 15 are "15e0". */
function normalize(text: string): string | undefined {
  const [match, sign = "", whole = "", part = "", power = "0"] = NUMBER.exec(text) ?? [];
  if (match === undefined) return undefined;
  const digits = `${whole}${part}`.replace(/^0+/, "");
  const short = digits.replace(/0+$/, "");
  if (short === "") return `${sign}0`;
  return `${sign}${short}e${Number(power) - part.length + digits.length - short.length}`;
}

/** A number as JavaScript holds it; undefined where it would be another one: 9007199254740993, 1e400. */
export function exactNumber(raw: string): number | undefined {
  const number = Number(raw);
  return Number.isFinite(number) && normalize(raw) === normalize(String(Object.is(number, -0) ? "-0" : number))
    ? number
    : undefined;
}

const LEAST = -(2n ** 63n);
const MOST = 2n ** 63n - 1n;

/** A whole number of 64 bits; undefined where it is none. */
export function exactInteger(raw: string): bigint | undefined {
  if (!/^-?\d{1,19}$/.test(raw) || raw === "-0") return undefined;
  const integer = BigInt(raw);
  return integer >= LEAST && integer <= MOST ? integer : undefined;
}

const MOMENT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/i;

/** Microseconds since 1970 of a time of RFC 3339; undefined where it is none, or finer. */
export function exactMicroseconds(text: string): bigint | undefined {
  const [match, second = "", part = "", zone = ""] = MOMENT.exec(text) ?? [];
  if (match === undefined || /[1-9]/.test(part.slice(6))) return undefined;
  const milliseconds = Date.parse(`${second}${zone}`.toUpperCase());
  // The 30th of February is the 2nd of March to a Date.
  const days = Date.parse(`${second.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(milliseconds) || new Date(days).toISOString().slice(0, 10) !== second.slice(0, 10)) return undefined;
  return BigInt(milliseconds) * 1000n + BigInt(part.slice(0, 6).padEnd(6, "0"));
}
