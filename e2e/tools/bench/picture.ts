import type { Figure, Run } from "./figure";
import { median, quantile } from "./statistics";
import { readable } from "./words";

const SHOWN = ["requests", "pages"];
/** What others are made from, and says little by itself. */
const HIDDEN = /^(refused|the provider itself|verify, all)|beside checks$/;
const LEFT = 250;
const WIDTH = 560;
const TOP = 44;
const ROOM_FOR_NUMBER = 60;
const BAR = 13;
const TEXT_SIZE = 13;
const GAP = 16;

const TITLE = "What a request takes, in milliseconds";

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
const say = (x: number, y: number, text: string, rest = "") =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}"${rest}>${escaped(text)}</text>`;

function shownOf({ figures }: Run): Figure[] {
  return figures.filter(({ part, unit, name }) => SHOWN.includes(part) && unit === "ms" && !HIDDEN.test(name));
}

/** A median as a bar, its middle half as a line, the median of an earlier run as an outline, and the number. */
function drawBar(
  figure: Figure,
  old: Figure | undefined,
  kind: string,
  y: number,
  scale: (ms: number) => number,
): string {
  const all = figure.rounds.flat();
  const value = median(all);
  const earlier = old ? median(old.rounds.flat()) : 0;
  const [from, to] = [quantile(all, 0.25), quantile(all, 0.75)].map(scale);
  const bar = (ms: number, name: string) =>
    `<rect class="${name}" x="${LEFT}" y="${y}" width="${Math.max(scale(ms) - LEFT, 1).toFixed(1)}" height="${BAR - 2}"/>`;
  const end = Math.max(to ?? 0, scale(value), scale(earlier)) + 6;
  return [
    bar(value, kind),
    ...(old ? [bar(earlier, "before")] : []),
    `<path class="half" d="M${from?.toFixed(1)} ${y + (BAR - 2) / 2}H${to?.toFixed(1)}"/>`,
    say(end, y + BAR - 3, `${readable(value, "ms")} ms`, ' class="small"'),
  ].join("\n");
}

/** What requests and pages take, one bar for each database; with an earlier run as outlines. */
export function drawRun(run: Run, before?: Run): string {
  const shown = shownOf(run);
  const earlier = before ? shownOf(before) : [];
  const names = [...new Set(shown.map(({ name }) => name))];
  const { databases } = run.facts;
  const longest = Math.max(
    ...shown.map(({ rounds }) => quantile(rounds.flat(), 0.75)),
    ...earlier.map(({ rounds }) => median(rounds.flat())),
  );
  const scale = (ms: number) => LEFT + (Math.max(ms, 0) / longest) * (WIDTH - ROOM_FOR_NUMBER);
  const rowHeight = databases.length * BAR + GAP;
  const lines = names.flatMap((name, index) => {
    const y = TOP + index * rowHeight;
    const bars = databases.map((on, order) => {
      const isSame = (other: Figure) => other.name === name && other.on === on;
      const figure = shown.find(isSame);
      return figure ? drawBar(figure, earlier.find(isSame), "ab".charAt(order), y + order * BAR, scale) : "";
    });
    return [say(LEFT - 10, y + (databases.length * BAR) / 2 + 4, name, ' text-anchor="end"'), ...bars];
  });
  const legend = databases.map((on, order) => {
    const x = LEFT + order * 120;
    return `<rect class="${"ab".charAt(order)}" x="${x}" y="14" width="11" height="11"/>\n${say(x + 17, 24, on)}`;
  });
  const height = TOP + names.length * rowHeight + 24;
  const outline = before ? `; outlined: commit ${before.facts.commit}` : "";
  const caption = `Commit ${run.facts.commit}, medians and middle halves${outline}`;
  const width = LEFT + WIDTH;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${TITLE}">
<title>${TITLE}</title>
<style>${STYLE}
</style>
<path class="line" d="M${LEFT} ${TOP - 6}V${height - 30}"/>
${[...legend, ...lines, say(LEFT, height - 10, caption, ' class="small"')].join("\n")}
</svg>
`;
}
