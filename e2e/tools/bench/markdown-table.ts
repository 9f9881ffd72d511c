/** A table of Markdown whose columns stand below each other in a terminal too. Columns that say nothing are left out. */
export function markdownTable(head: string[], rows: string[][]): string {
  const filled = head.map((_, column) => rows.some((row) => row[column]));
  const keep = (row: string[]) => row.filter((_, column) => filled[column]);
  const lines = [keep(head), ...rows.map(keep)];
  const widths = (lines[0] ?? []).map((_, column) => Math.max(3, ...lines.map((line) => line[column]?.length ?? 0)));
  const write = (cells: string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  const [first = [], ...others] = lines;
  return [write(first), rule, ...others.map(write)].join("\n");
}
