/** What a person can choose. The system's own is what nobody chose, and has no cookie. */
export const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "latchkey-theme";

export const asTheme = (value: unknown): Theme | undefined => THEMES.find((theme) => theme === value);
