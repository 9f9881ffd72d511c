import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { SignOutForm } from "@/components/ui/sign-out-form";

/** The frame of one's own page where a workspace lets one in no further: the way to other workspaces, and out. */
export function HeldBackFrame({ switcher, children }: { switcher: ReactNode; children: ReactNode }) {
  return (
    <div className="min-h-dvh">
      <header className="flex items-center gap-2 border-b bg-surface px-4 py-2 font-semibold md:px-8">
        <span className="grid size-7 shrink-0 place-items-center rounded-control bg-accent text-white max-sm:hidden">
          <Icon name="key" />
        </span>
        <div className="flex min-w-0 flex-1 items-center">{switcher}</div>
        <SignOutForm>
          <Button type="submit" variant="quiet">
            Sign out
          </Button>
        </SignOutForm>
      </header>
      <main className="mx-auto grid max-w-content gap-6 px-4 py-6 md:p-8" id="content">
        {children}
      </main>
    </div>
  );
}
