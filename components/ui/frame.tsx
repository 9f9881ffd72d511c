"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { signOutAction } from "@/lib/auth/auth-actions";
import { Icon, type IconName } from "./icon";

const places: { href: string; label: string; icon: IconName }[] = [
  { href: "/data-sources", label: "Data sources", icon: "sources" },
  { href: "/credentials", label: "Credentials", icon: "key" },
];

type FrameProps = { workspaceName: string; personName: string; overridden: string[]; children: ReactNode };

/** The frame of every signed-in page: places at the left (above, on a phone), the page beside them. */
export function Frame({ workspaceName, personName, overridden, children }: FrameProps) {
  const pathname = usePathname();
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-10 focus:rounded-control focus:bg-surface focus:px-3 focus:py-2"
        href="#content"
      >
        Skip to content
      </a>
      <header className="flex items-center gap-1 border-b bg-surface px-3 py-2 md:sticky md:top-0 md:h-dvh md:flex-col md:items-stretch md:border-b-0 md:border-r md:px-3 md:py-4">
        <p className="flex min-w-0 items-center gap-2 px-2 max-sm:px-0 font-semibold md:mb-3 md:pb-2">
          <span className="grid size-7 shrink-0 place-items-center rounded-control bg-accent text-white max-sm:hidden">
            <Icon name="key" />
          </span>
          <span className="truncate max-sm:sr-only" title={workspaceName}>
            {workspaceName}
          </span>
        </p>
        <nav aria-label="Main" className="flex flex-1 gap-1 md:flex-col">
          {places.map(({ href, label, icon }) => {
            const current = pathname.startsWith(href);
            return (
              <Link
                aria-current={current ? "page" : undefined}
                className={`flex min-h-9 items-center gap-2 whitespace-nowrap rounded-control px-2.5 font-medium pointer-coarse:min-h-11 ${current ? "bg-sunken text-ink" : "text-muted hover:bg-sunken hover:text-ink"}`}
                href={href}
                key={href}
                prefetch={false}
              >
                <Icon className="size-4 max-sm:hidden" name={icon} />
                {label}
              </Link>
            );
          })}
        </nav>
        <div className="flex items-center gap-2 px-2 md:block">
          <p className="truncate text-meta text-muted max-md:hidden" title={personName}>
            {personName}
          </p>
          <form action={signOutAction}>
            <button
              className="min-h-9 whitespace-nowrap pointer-coarse:min-h-11 text-meta text-muted underline-offset-4 hover:text-ink hover:underline"
              type="submit"
            >
              Sign out
            </button>
          </form>
        </div>
      </header>
      <div className="min-w-0">
        {overridden.length > 0 ? (
          <aside
            aria-label="Operator's override"
            className="border-b border-warn/30 bg-warn-soft px-4 py-2 text-meta text-warn md:px-8"
          >
            Requests of {overridden.join(" and ")} go to an address that the operator of this server set, not to the
            provider itself.
          </aside>
        ) : null}
        <main className="mx-auto grid max-w-content gap-6 px-4 py-6 md:p-8" id="content">
          {children}
        </main>
      </div>
    </div>
  );
}
