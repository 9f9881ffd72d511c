/** A number with its noun: "1 credential", "2 credentials"; or with whatever else changes: "1 source uses". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
