"use client";

import { useIsMac } from "@/components/ui/is-mac";

const NAMES = { mod: ["Ctrl", "⌘"], enter: ["Enter", "↵"] } as const;

/** Keys as they are printed on the keyboard: "g c" one after the other, "mod K" at once. */
export function KeyCaps({ keys }: { keys: string }) {
  const at = useIsMac() ? 1 : 0;
  return (
    <span className="flex items-center gap-1 text-meta text-muted">
      {keys.split(" ").map((key) => (
        <kbd className="rounded-[5px] border bg-sunken px-1.5 font-sans leading-5" key={key}>
          {key in NAMES ? NAMES[key as keyof typeof NAMES][at] : key}
        </kbd>
      ))}
    </span>
  );
}
