/**
 * Completes the beginning of a JSON text so that it can be parsed: cuts after the last array element that is whole, and
 * closes what is open there. Returns undefined where no array element ended.
 */
export function completeJsonBeginning(text: string): string | undefined {
  const open: string[] = [];
  let inString = false;
  let cut: { end: number; closers: string } | undefined;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{") open.push("}");
    else if (character === "[") open.push("]");
    else if (character === "}" || character === "]") {
      if (open.pop() !== character) return undefined;
      if (open.at(-1) === "]") cut = { end: index + 1, closers: open.toReversed().join("") };
    }
  }
  return cut && text.slice(0, cut.end) + cut.closers;
}
