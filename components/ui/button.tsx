import type { ComponentProps } from "react";
import { Icon } from "./icon";

const shapes =
  "inline-flex min-h-9 items-center justify-center gap-2 rounded-control border px-3.5 text-body font-medium transition-colors pointer-coarse:min-h-11 disabled:opacity-55";
const variants = {
  primary: "border-transparent bg-accent text-white enabled:hover:bg-accent-hover",
  secondary: "border-hairline bg-surface text-ink hover:bg-sunken",
  danger: "border-hairline bg-surface text-bad hover:bg-bad-soft",
  quiet: "border-transparent text-muted hover:bg-sunken hover:text-ink",
} as const;

export type ButtonVariant = keyof typeof variants;

/** The looks of a button, for links that lead on like one. */
export function buttonClass(variant: ButtonVariant = "secondary"): string {
  return `${shapes} ${variants[variant]} ${variant === "primary" ? "hover:bg-accent-hover" : ""}`;
}

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  /** Shows that the work goes on. The button stays focusable, so that focus is not lost; its handler must not act. */
  busy?: boolean;
};

export function Button({
  variant = "secondary",
  busy = false,
  type = "button",
  className = "",
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      aria-disabled={busy || undefined}
      className={`${shapes} ${variants[variant]} ${busy ? "opacity-70" : ""} ${className}`}
      type={type}
      {...props}
    >
      {busy ? <Icon className="turning size-4" name="spinner" /> : null}
      {children}
    </button>
  );
}
