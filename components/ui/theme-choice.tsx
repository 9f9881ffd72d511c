"use client";

import { chooseTheme, useTheme } from "./choose-theme";
import { Segments } from "./segments";
import { asTheme } from "./theme";

const OPTIONS = [
  { id: "system", label: "System" },
  { id: "light", label: "Light" },
  { id: "dark", label: "Dark" },
] as const;

/** Light, dark, or whatever the system is. It is so at once, and on the next page too. */
export function ThemeChoice() {
  return (
    <Segments
      label="Theme"
      onChoose={(id) => chooseTheme(asTheme(id))}
      options={OPTIONS}
      value={useTheme() ?? "system"}
    />
  );
}
