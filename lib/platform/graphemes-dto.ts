const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The characters of a text as a person counts them: a family emoji is one. */
export const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}
