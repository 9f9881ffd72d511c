import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";
import { iconPaths } from "./components/ui/icon-paths";
import { connectors } from "./lib/connectors/registry";

/** Neutrals with a faint cool tint, one accent, three status tones, five of marks; every pair of ink and ground is at least 4.5 to 1. */
const light = {
  "--canvas": "oklch(0.984 0.003 265)",
  "--surface": "oklch(1 0 0)",
  "--sunken": "oklch(0.965 0.004 265)",
  "--hairline": "oklch(0.915 0.006 265)",
  "--edge": "oklch(0.62 0.012 265)",
  "--ink": "oklch(0.22 0.018 265)",
  "--muted": "oklch(0.475 0.018 265)",
  "--accent": "oklch(0.505 0.19 274)",
  "--accent-hover": "oklch(0.455 0.19 274)",
  "--accent-ink": "oklch(0.475 0.19 274)",
  "--accent-soft": "oklch(0.962 0.02 274)",
  "--ok": "oklch(0.46 0.115 152)",
  "--ok-soft": "oklch(0.962 0.03 155)",
  "--warn": "oklch(0.48 0.1 70)",
  "--warn-soft": "oklch(0.965 0.035 85)",
  "--bad": "oklch(0.5 0.185 27)",
  "--bad-soft": "oklch(0.964 0.02 20)",
  "--indigo": "oklch(0.5 0.19 274)",
  "--violet": "oklch(0.5 0.2 305)",
  "--rose": "oklch(0.53 0.19 5)",
  "--amber": "oklch(0.53 0.12 65)",
  "--teal": "oklch(0.5 0.1 190)",
  "--shadow": "0 12px 40px oklch(0.22 0.03 265 / 0.18)",
  "--scrim": "oklch(0.22 0.02 265 / 0.38)",
};
const dark: typeof light = {
  "--canvas": "oklch(0.165 0.008 265)",
  "--surface": "oklch(0.205 0.01 265)",
  "--sunken": "oklch(0.24 0.011 265)",
  "--hairline": "oklch(0.3 0.012 265)",
  "--edge": "oklch(0.54 0.014 265)",
  "--ink": "oklch(0.95 0.005 265)",
  "--muted": "oklch(0.735 0.014 265)",
  "--accent": "oklch(0.545 0.19 274)",
  "--accent-hover": "oklch(0.5 0.19 274)",
  "--accent-ink": "oklch(0.79 0.11 274)",
  "--accent-soft": "oklch(0.275 0.055 274)",
  "--ok": "oklch(0.82 0.13 155)",
  "--ok-soft": "oklch(0.275 0.045 155)",
  "--warn": "oklch(0.83 0.11 82)",
  "--warn-soft": "oklch(0.285 0.045 75)",
  "--bad": "oklch(0.79 0.12 22)",
  "--bad-soft": "oklch(0.285 0.06 22)",
  "--indigo": "oklch(0.78 0.12 274)",
  "--violet": "oklch(0.79 0.12 305)",
  "--rose": "oklch(0.79 0.12 5)",
  "--amber": "oklch(0.82 0.11 75)",
  "--teal": "oklch(0.8 0.1 190)",
  "--shadow": "0 12px 40px oklch(0 0 0 / 0.55)",
  "--scrim": "oklch(0.08 0.01 265 / 0.62)",
};

/** A drawing as a mask: what is behind it gives it its colour. */
function mask(box: string, shape: string): string {
  return `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${shape}</svg>`)}")`;
}
const lines = (path: string) =>
  mask(
    "0 0 24 24",
    `<path d="${path}" fill="none" stroke="#000" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
/** One bar of a strip of checks, 4 px wide, and the gap behind it. */
const bar = (shape: string) => mask("0 0 6 16", `<rect width="4" rx="1" ${shape}/>`);

const named = (prefix: string, entries: readonly (readonly [name: string, drawing: string])[]) =>
  Object.fromEntries(entries.map(([name, drawing]) => [`--${prefix}-${name}`, drawing]));
const icons = Object.entries(iconPaths).map(([name, path]) => [name, lines(path)] as const);
const bars = [
  ["accepted", bar('y="8" height="8"')],
  ["warned", bar('y="4" height="12"')],
  ["refused", bar('height="16"')],
  ["unanswered", mask("0 0 6 16", '<rect x=".5" y="11.5" width="3" height="4" rx=".5" fill="none" stroke="#000"/>')],
] as const;

const variable = (name: string) => `var(--${name})`;

export default {
  content: ["./app/**/*.tsx", "./components/**/*.tsx"],
  darkMode: "media",
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      white: "#fff",
      canvas: variable("canvas"),
      surface: variable("surface"),
      sunken: variable("sunken"),
      hairline: variable("hairline"),
      edge: variable("edge"),
      ink: variable("ink"),
      muted: variable("muted"),
      accent: {
        DEFAULT: variable("accent"),
        hover: variable("accent-hover"),
        ink: variable("accent-ink"),
        soft: variable("accent-soft"),
      },
      ok: { DEFAULT: variable("ok"), soft: variable("ok-soft") },
      warn: { DEFAULT: variable("warn"), soft: variable("warn-soft") },
      bad: { DEFAULT: variable("bad"), soft: variable("bad-soft") },
      scrim: variable("scrim"),
    },
    fontFamily: {
      sans: ["var(--font-inter)", "ui-sans-serif", "system-ui", "sans-serif"],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "monospace"],
    },
    fontSize: {
      meta: ["0.8125rem", "1.5"],
      body: ["0.875rem", "1.5"],
      tile: ["1rem", "1.25"],
      page: ["1.25rem", { lineHeight: "1.25", fontWeight: "600" }],
      hero: ["1.5rem", { lineHeight: "1.25", fontWeight: "600" }],
    },
    borderRadius: { none: "0", control: "8px", tile: "12px", overlay: "16px", full: "9999px" },
    boxShadow: { none: "none", float: "var(--shadow)" },
    extend: {
      maxWidth: { content: "1120px", form: "560px" },
      transitionDuration: { DEFAULT: "140ms" },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ":root": { ...light, ...named("icon", icons), ...named("bar", bars), colorScheme: "light dark" },
        "@media (prefers-color-scheme: dark)": { ":root": dark },
        ...Object.fromEntries(icons.map(([name]) => [`.icon-${name}`, { "--drawing": `var(--icon-${name})` }])),
        ...Object.fromEntries(
          connectors.map(({ id, mark }) => [
            `.mark-${id}`,
            { "--drawing": lines(mark.path), color: `var(--${mark.tone})` },
          ]),
        ),
      });
    }),
  ],
} satisfies Config;
