import { expect, it } from "vitest";
import { dark, light } from "./tokens";

type Token = keyof typeof light;

/** The light that a colour in OKLCH sends out, as WCAG 2 counts it. */
function luminance(colour: string): number {
  const [, l = "", c = "", h = ""] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(colour) ?? [];
  if (l === "") throw new Error(`${colour} is no opaque colour.`);
  const angle = (Number(h) * Math.PI) / 180;
  const [a, b] = [Number(c) * Math.cos(angle), Number(c) * Math.sin(angle)];
  const [long, medium, short] = [
    Number(l) + 0.3963377774 * a + 0.2158037573 * b,
    Number(l) - 0.1055613458 * a - 0.0638541728 * b,
    Number(l) - 0.0894841775 * a - 1.291485548 * b,
  ].map((cone) => cone ** 3) as [number, number, number];
  const [red, green, blue] = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
    // Out of what a screen shows, it shows the nearest.
  ].map((channel) => Math.min(Math.max(channel, 0), 1)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ["canvas", "surface", "sunken"] as const;
const on = (grounds: readonly string[], ...inks: string[]) =>
  inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const));

const texts = [
  ...on(GROUNDS, "ink", "muted", "accent-ink", "ok", "warn", "bad"),
  ...on(["surface", "sunken"], "indigo", "violet", "rose", "amber", "teal"),
  ...on(["ok-soft"], "ok", "ink"),
  ...on(["warn-soft"], "warn", "ink"),
  ...on(["bad-soft"], "bad", "ink"),
  ...on(["accent-soft"], "accent-ink", "ink"),
];
// What tells a control from what is around it: fields, tiles, the mark of a choice, the ring of the focus.
const edges = on(GROUNDS, "edge", "accent-ink");

for (const [name, theme] of Object.entries({ light, dark })) {
  const colour = (token: string) => theme[`--${token}` as Token];
  it.each(texts)(`${name}: text in %s on %s has a contrast of 4.5 to 1`, (ink, ground) => {
    expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(edges)(`1.4.11, ${name}: an edge of %s on %s has a contrast of 3 to 1`, (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
  it(`${name}: white on the accent has a contrast of 4.5 to 1`, () => {
    expect(contrast("oklch(1 0 0)", colour("accent"))).toBeGreaterThanOrEqual(4.5);
    expect(contrast("oklch(1 0 0)", colour("accent-hover"))).toBeGreaterThanOrEqual(4.5);
  });
}
