"use client";

// Of the browser too, and not for what it does there: a long page comes from the server in parts, and one that begins
// inside of an SVG would arrive with an inline style, which the content security policy refuses.
import type { ConnectorMark as Mark } from "@/lib/connectors/connector";

const tones: Record<Mark["tone"], string> = {
  indigo: "text-[oklch(0.5_0.19_274)] dark:text-[oklch(0.78_0.12_274)]",
  violet: "text-[oklch(0.5_0.2_305)] dark:text-[oklch(0.79_0.12_305)]",
  rose: "text-[oklch(0.53_0.19_5)] dark:text-[oklch(0.79_0.12_5)]",
  amber: "text-[oklch(0.53_0.12_65)] dark:text-[oklch(0.82_0.11_75)]",
  teal: "text-[oklch(0.5_0.1_190)] dark:text-[oklch(0.8_0.1_190)]",
};

export function ConnectorMark({ mark, className = "size-10" }: { mark: Mark; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`grid shrink-0 place-items-center rounded-control border bg-sunken ${tones[mark.tone]} ${className}`}
    >
      <svg className="size-[60%]" fill="none" role="presentation" viewBox="0 0 24 24">
        <path d={mark.path} stroke="currentColor" strokeLinecap="round" strokeLinejoin="round" strokeWidth="1.75" />
      </svg>
    </span>
  );
}
