/** A number with its noun: "1 credential", "2 credentials". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
