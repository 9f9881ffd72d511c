"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { UNREAD_SHOWN } from "@/lib/notices/notice-dto";
import { Icon, type IconName } from "./icon";
import { useIsMac } from "./is-mac";
import { PageLink } from "./page-link";
import { SignOutForm } from "./sign-out-form";
import { useUnread } from "./unread-context";

type Place = { href: string; label: string; icon: IconName };

const places: Place[] = [
  { href: "/overview", label: "Overview", icon: "overview" },
  { href: "/data-sources", label: "Data sources", icon: "sources" },
  { href: "/credentials", label: "Credentials", icon: "key" },
  { href: "/members", label: "Members", icon: "people" },
];
const audit: Place = { href: "/audit", label: "Audit", icon: "trail" };
/** Of those who cannot open the settings, where the others find it. */
const tokens: Place = { href: "/settings/tokens", label: "Tokens", icon: "program" };
const settings: Place = { href: "/settings", label: "Settings", icon: "settings" };

/** The bell: it says how many notices were not seen, in figures and in words. */
function NoticesLink({ rendered, current }: { rendered: number; current: boolean }) {
  const unread = useUnread(rendered);
  return (
    <PageLink aria-current={current ? "page" : undefined} className="place" href="/notices">
      <Icon className="size-4" name="bell" />
      <span className="max-md:sr-only">Notices</span>
      {unread > 0 ? (
        <span className="rounded-full bg-accent px-1.5 text-meta leading-5 text-white tabular-nums md:ml-auto">
          {unread > UNREAD_SHOWN ? `${UNREAD_SHOWN}+` : unread}
          <span className="sr-only"> unread</span>
        </span>
      ) : null}
    </PageLink>
  );
}

/** Opens the palette, which listens for it. */
function SearchButton() {
  const hint = useIsMac() ? "⌘ K" : "Ctrl K";
  return (
    <button
      aria-keyshortcuts="Control+K Meta+K"
      className="place md:mb-2 md:border md:border-hairline"
      data-opens="palette"
      type="button"
    >
      <Icon name="search" />
      <span className="flex-1 text-left max-md:sr-only">Search</span>
      <span aria-hidden="true" className="text-meta max-md:hidden">
        {hint}
      </span>
    </button>
  );
}

type FrameProps = {
  /** The name of the workspace, and the way to others. */
  switcher: ReactNode;
  personName: string;
  overridden: string[];
  unreadNotices: number;
  maySeeAudit: boolean;
  maySeeSettings: boolean;
  mayHaveTokens: boolean;
  children: ReactNode;
};

/** The frame of every signed-in page: places at the left (above, on a phone), the page beside them. */
export function Frame(props: FrameProps) {
  const { switcher, personName, overridden, unreadNotices, children } = props;
  const { maySeeAudit, maySeeSettings, mayHaveTokens } = props;
  const pathname = usePathname();
  const ownSettings = mayHaveTokens ? [tokens] : [];
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[13rem_minmax(0,1fr)]">
      <a
        className="sr-only focus:not-sr-only focus:fixed focus:left-3 focus:top-3 focus:z-10 focus:rounded-control focus:bg-surface focus:px-3 focus:py-2"
        href="#content"
      >
        Skip to content
      </a>
      <header className="flex flex-wrap items-center gap-1 border-b bg-surface px-3 py-2 md:sticky md:top-0 md:h-dvh md:flex-col md:flex-nowrap md:items-stretch md:border-b-0 md:border-r md:px-3 md:py-4">
        <div className="flex min-w-0 flex-1 items-center gap-2 px-2 font-semibold md:mb-3 md:flex-none md:pb-2">
          <span className="grid size-7 shrink-0 place-items-center rounded-control bg-accent text-white max-sm:hidden">
            <Icon name="key" />
          </span>
          {switcher}
        </div>
        <SearchButton />
        <nav aria-label="Notices">
          <NoticesLink current={pathname.startsWith("/notices")} rendered={unreadNotices} />
        </nav>
        <nav
          aria-label="Main"
          className="flex flex-wrap gap-x-1 max-md:order-1 max-md:basis-full md:flex-1 md:flex-col md:flex-nowrap md:gap-1"
        >
          {[...places, ...(maySeeAudit ? [audit] : []), ...(maySeeSettings ? [settings] : ownSettings)].map(
            ({ href, label, icon }) => {
              const current = pathname.startsWith(href);
              return (
                <PageLink aria-current={current ? "page" : undefined} className="place" href={href} key={href}>
                  <Icon className="size-4 max-sm:hidden" name={icon} />
                  {label}
                </PageLink>
              );
            },
          )}
        </nav>
        <div className="flex items-center gap-2 px-2 md:block">
          {mayHaveTokens ? (
            <PageLink
              aria-current={pathname.startsWith("/docs/api") ? "page" : undefined}
              className="flex min-h-9 items-center text-meta text-muted underline-offset-4 hover:text-ink hover:underline pointer-coarse:min-h-11"
              href="/docs/api"
            >
              API
            </PageLink>
          ) : null}
          <PageLink
            aria-current={pathname.startsWith("/account") ? "page" : undefined}
            className="flex min-h-9 items-center text-meta text-muted underline-offset-4 hover:text-ink hover:underline pointer-coarse:min-h-11"
            href="/account"
            title={personName}
          >
            <span className="truncate max-md:sr-only">{personName}</span>
            <span aria-hidden="true" className="md:hidden">
              Account
            </span>
          </PageLink>
          <SignOutForm>
            <button
              className="min-h-9 whitespace-nowrap pointer-coarse:min-h-11 text-meta text-muted underline-offset-4 hover:text-ink hover:underline"
              type="submit"
            >
              Sign out
            </button>
          </SignOutForm>
        </div>
      </header>
      <div className="min-w-0">
        {overridden.length > 0 ? (
          <aside
            aria-label="Operator's override"
            className="border-b border-warn/30 bg-warn-soft px-4 py-2 text-meta text-warn md:px-8"
          >
            This server's operator has pointed {overridden.join(" and ")} at another address. Requests don't go to the
            provider's own.
          </aside>
        ) : null}
        <main className="mx-auto grid max-w-content gap-6 px-4 py-6 md:p-8" id="content">
          {children}
        </main>
      </div>
    </div>
  );
}
