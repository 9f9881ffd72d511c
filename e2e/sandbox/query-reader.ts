/** Becomes a 400. Clari's own words for it are not documented. */
export class BadParameter extends Error {}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})$/;

export type QueryReader = {
  text(name: string): string | undefined;
  texts(name: string): string[];
  integer(name: string, range: { min: number; max: number }): number | undefined;
  /** Milliseconds since 1970. */
  time(name: string): number | undefined;
  /** `true` or `false`; some parameters take `1` and `0` too. */
  flag(name: string, usual: boolean, takesNumbers?: boolean): boolean;
  choice<T extends string>(name: string, options: readonly T[]): T | undefined;
  choices<T extends string>(name: string, options: readonly T[]): T[];
};

/** Reads parameters as strictly as Clari's document says: whatever does not fit is refused. */
export function queryReader(query: URLSearchParams): QueryReader {
  const text = (name: string) => {
    const [value, ...more] = query.getAll(name);
    if (more.length > 0) throw new BadParameter(`${name} may be given once only`);
    return value;
  };
  const asChoice = <T extends string>(name: string, options: readonly T[], value: string) => {
    const option = options.find((candidate) => candidate === value);
    if (option === undefined) throw new BadParameter(`${name} must be one of ${options.join(", ")}`);
    return option;
  };
  return {
    text,
    texts: (name) => query.getAll(name),
    integer: (name, { min, max }) => {
      const value = text(name);
      if (value === undefined) return undefined;
      const number = Number(value);
      if (!/^-?\d+$/.test(value) || number < min || number > max)
        throw new BadParameter(`${name} must be an integer from ${min} to ${max}`);
      return number;
    },
    time: (name) => {
      const value = text(name);
      if (value === undefined) return undefined;
      const time = DATE_TIME.test(value) ? Date.parse(value) : Number.NaN;
      if (Number.isNaN(time)) throw new BadParameter(`${name} must be an ISO date-time`);
      return time;
    },
    flag: (name, usual, takesNumbers = false) => {
      const value = text(name);
      if (value === undefined) return usual;
      const option = asChoice(name, takesNumbers ? ["true", "false", "1", "0"] : ["true", "false"], value);
      return option === "true" || option === "1";
    },
    choice: (name, options) => {
      const value = text(name);
      return value === undefined ? undefined : asChoice(name, options, value);
    },
    choices: (name, options) => query.getAll(name).map((value) => asChoice(name, options, value)),
  };
}
