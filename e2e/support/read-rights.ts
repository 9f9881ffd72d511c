import { readFileSync } from "node:fs";

/** Which roles have which right, as docs/roles.md says: what people read, and not the table that the server asks. */
export function readRights(): Map<string, string[]> {
  const rows = readFileSync("docs/roles.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const [head = [], ...rights] = rows;
  return new Map(
    rights.flatMap(([, operation = "", , ...cells]) => {
      const name = /^`([\w:-]+)`$/.exec(operation)?.[1];
      // Behind the name and its words stands a cell for each role of the head.
      return name ? [[name, cells.flatMap((cell, at) => (cell === "yes" ? [head[at + 3] ?? ""] : []))]] : [];
    }),
  );
}
