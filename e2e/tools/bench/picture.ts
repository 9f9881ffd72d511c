import type { Figure, Run } from "./figure";
import { median, quantile } from "./statistics";
import { readable } from "./words";

const SHOWN = ["requests", "pages"];
const LEFT = 250;
const WIDTH = 560;
const BAR = 13;
const TEXT_SIZE = 13;
const GAP = 16;

/** Both themes in one file: a picture in a README follows the reader's system. */
const STYLE = `
  text { font: ${TEXT_SIZE}px system-ui, sans-serif; fill: #1f2328 }
  .small { font-size: 11px; fill: #59636e }
  .a { fill: #0969da } .b { fill: #8250df } .half { stroke: #1f2328 } .before { fill: none; stroke: #818b98 }
  .line { stroke: #d1d9e0 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc } .small { fill: #9198a1 } .half { stroke: #f0f6fc } .line { stroke: #3d444d }
    .a { fill: #4493f8 } .b { fill: #ab7df8 }
  }`;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const place = (value: number) => value.toFixed(1);

/** What requests and pages take, as bars: medians, the middle half as a line, an earlier run as an outline. */
export function drawRun(run: Run, before?: Run): string {
  const isShown = ({ part, unit, rounds }: Figure) => SHOWN.includes(part) && unit === "ms" && rounds.length > 0;
  const shown = run.figures.filter(isShown);
  const names = [...new Set(shown.map(({ name }) => name))];
  const { databases } = run.facts;
  const longest = Math.max(...shown.map(({ rounds }) => quantile(rounds.flat(), 0.75)), 1);
  const scale = (ms: number) => LEFT + (ms / longest) * (WIDTH - 60);
  const rowHeight = databases.length * BAR + GAP;
  const lines: string[] = [];
  const say = (x: number, y: number, text: string, rest = "") =>
    lines.push(`<text x="${place(x)}" y="${place(y)}"${rest}>${escaped(text)}</text>`);
  names.forEach((name, index) => {
    const top = 44 + index * rowHeight;
    say(LEFT - 10, top + (databases.length * BAR) / 2 + 4, name, ' text-anchor="end"');
    databases.forEach((on, order) => {
      const isSame = (other: Figure) => isShown(other) && other.name === name && other.on === on;
      const figure = shown.find(isSame);
      if (!figure) return;
      const y = top + order * BAR;
      const all = figure.rounds.flat();
      const value = median(all);
      const bar = (ms: number, kind: string) =>
        lines.push(
          `<rect class="${kind}" x="${LEFT}" y="${y}" width="${place(Math.max(scale(ms) - LEFT, 1))}" height="${BAR - 2}"/>`,
        );
      bar(value, "ab".charAt(order) || "b");
      const old = before?.figures.find(isSame);
      if (old) bar(median(old.rounds.flat()), "before");
      const [from, to] = [scale(quantile(all, 0.25)), scale(quantile(all, 0.75))];
      const middle = y + (BAR - 2) / 2;
      lines.push(`<path class="half" d="M${place(from)} ${middle}H${place(to)}"/>`);
      say(Math.max(to, scale(value)) + 6, y + BAR - 3, `${readable(value, "ms")} ms`, ' class="small"');
    });
  });
  const height = 44 + names.length * rowHeight + 24;
  databases.forEach((on, order) => {
    lines.push(`<rect class="${"ab".charAt(order)}" x="${LEFT + order * 120}" y="14" width="11" height="11"/>`);
    say(LEFT + order * 120 + 17, 24, on);
  });
  const outline = before ? `; outlined: commit ${before.facts.commit}` : "";
  say(LEFT, height - 10, `Commit ${run.facts.commit}, medians and middle halves${outline}`, ' class="small"');
  const width = LEFT + WIDTH;
  const title = "What a request takes, in milliseconds";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
<style>${STYLE}
</style>
<path class="line" d="M${LEFT} 38V${height - 30}"/>
${lines.join("\n")}
</svg>
`;
}
