import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";
import { iconPaths } from "./components/ui/icon-paths";
import { dark, light } from "./components/ui/tokens";
import { connectors } from "./lib/connectors/registry";

/** A drawing as a mask: what is behind it gives it its colour. */
function mask(box: string, shape: string): string {
  return `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${shape}</svg>`)}")`;
}
const lines = (path: string) =>
  mask(
    "0 0 24 24",
    `<path d="${path}" fill="none" stroke="#000" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`,
  );
/** The arrow of a select, which has no element of its own to mask. */
const arrow = (theme: typeof light) => ({
  "--arrow": mask(
    "0 0 24 24",
    `<path d="m6 9 6 6 6-6" fill="none" stroke="${theme["--muted"]}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/>`,
  ),
});
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
    },
    fontFamily: {
      sans: ["var(--font-inter)", "ui-sans-serif", "system-ui", "sans-serif"],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "monospace"],
    },
    fontSize: {
      meta: ["0.8125rem", "1.5"],
      body: ["0.875rem", "1.5"],
      tile: ["1rem", "1.25"],
      title: ["1.125rem", { lineHeight: "1.25", fontWeight: "600" }],
      page: ["1.5rem", { lineHeight: "1.25", fontWeight: "600", letterSpacing: "-0.01em" }],
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
        ":root": {
          ...light,
          ...arrow(light),
          ...named("icon", icons),
          ...named("bar", bars),
          colorScheme: "light dark",
        },
        // The system's theme, unless its person chose one (docs/decisions/0042).
        "@media (prefers-color-scheme: dark)": { ":root:not([data-theme])": { ...dark, ...arrow(dark) } },
        ":root[data-theme=light]": { colorScheme: "light" },
        ":root[data-theme=dark]": { ...dark, ...arrow(dark), colorScheme: "dark" },
        ...Object.fromEntries(icons.map(([name]) => [`.icon-${name}`, { "--drawing": `var(--icon-${name})` }])),
        ...Object.fromEntries(
          connectors.map(({ id, mark }) => [
            `.mark-${id}`,
            { "--drawing": lines(mark.path), "--tone": `var(--${mark.tone})` },
          ]),
        ),
        // A workspace's own one never has the mark of a built-in one.
        "[class*=mark-own-]": { "--drawing": "var(--icon-program)", "--tone": "var(--muted)" },
      });
    }),
  ],
} satisfies Config;
