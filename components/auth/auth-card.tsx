import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** The frame of the two pages before the app: one card, one task. */
export function AuthCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-[26rem] content-center gap-6 px-4 py-10">
      <p className="flex items-center gap-2 font-semibold">
        <span className="grid size-8 place-items-center rounded-control bg-accent text-white">
          <Icon name="key" />
        </span>
        Latchkey
      </p>
      <div className="grid gap-5 rounded-overlay border bg-surface p-6">
        <h1 className="text-page">{title}</h1>
        {children}
      </div>
    </main>
  );
}
