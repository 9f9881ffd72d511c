/** A number with its noun: "1 credential", "2 credentials"; or with whatever else changes: "1 source uses". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

const figures = new Intl.NumberFormat("en");

/** The same of numbers that may be large: "1,234 records". */
export function countedInFigures(count: number, one: string, many = `${one}s`): string {
  return counted(count, one, many).replace(String(count), figures.format(count));
}

/** A number that was counted up to one more than `most`: "12", or "1,000+". */
export function countedUpTo(most: number, count: number): string {
  return count > most ? `${figures.format(most)}+` : figures.format(count);
}
