/** A page of docs/, as text: next.config.js and lib/vitest.config.ts say so to their bundlers. */
declare module "*.md" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: it is what a bundler gives a file of text
  export default text;
}
