"use client";

import { usePathname } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";
import { UNREAD_SHOWN } from "@/lib/notices/notice-dto";
import { Icon, type IconName } from "./icon";
import { useIsMac } from "./is-mac";
import { OverrideStrip } from "./override-strip";
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

const inside = (icon: IconName, label: ReactNode) => (
  <>
    <Icon name={icon} />
    <span className="label">{label}</span>
  </>
);

/** The bell: it says how many notices were not seen, in figures and in words. */
function NoticesLink({ rendered, current }: { rendered: number; current: boolean }) {
  const unread = useUnread(rendered);
  return (
    <PageLink aria-current={current ? "page" : undefined} className="place" href="/notices">
      {inside("bell", "Notices")}
      {unread > 0 ? (
        <span className="count">
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
    <button aria-keyshortcuts="Control+K Meta+K" className="place search" data-opens="palette" type="button">
      {inside("search", "Search")}
      <span aria-hidden="true" className="hint">
        {hint}
      </span>
    </button>
  );
}

/** Escape takes away what an icon of the rail says, until another one has something to say (1.4.13). */
function useHush() {
  const [isHushed, setHushed] = useState(false);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => setHushed(key === "Escape");
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  const speak = () => setHushed(false);
  return { "data-hushed": isHushed || undefined, onPointerOver: speak };
}

/** What was chosen in it is where one goes. Beside the page it is no menu, and stays. */
const closeMenu = ({ currentTarget }: MouseEvent<HTMLElement>) => currentTarget.hidePopover();

type FrameProps = {
  /** The name of the workspace, and the way to others. */
  switcher: ReactNode;
  personName: string;
  overridden: string[];
  /** Whether its note was folded, in this session of the browser. */
  isOverrideFolded: boolean;
  unreadNotices: number;
  maySeeAudit: boolean;
  maySeeSettings: boolean;
  mayHaveTokens: boolean;
  children: ReactNode;
};

/** The frame of every signed-in page: places at the left (in a menu, on a phone), the page beside them. */
export function Frame(props: FrameProps) {
  const { switcher, personName, overridden, isOverrideFolded, unreadNotices, children } = props;
  const { maySeeAudit, maySeeSettings, mayHaveTokens } = props;
  const pathname = usePathname();
  const ownSettings = mayHaveTokens ? [tokens] : [];
  const currentAt = (href: string) => (pathname.startsWith(href) ? "page" : undefined);
  return (
    <div className="frame">
      <a className="skip" href="#content">
        Skip to content
      </a>
      <header {...useHush()}>
        <div className="head">
          <span className="brand">
            <Icon name="key" />
          </span>
          {switcher}
        </div>
        <SearchButton />
        <nav aria-label="Notices">
          <NoticesLink current={pathname.startsWith("/notices")} rendered={unreadNotices} />
        </nav>
        <button className="place menu" popoverTarget="menu" type="button">
          {inside("menu", "Menu")}
        </button>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: whatever in it was pressed does its work */}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a key presses what is in it, which clicks */}
        <div id="menu" onClick={closeMenu} popover="auto">
          <nav aria-label="Main">
            {[...places, ...(maySeeAudit ? [audit] : []), ...(maySeeSettings ? [settings] : ownSettings)].map(
              ({ href, label, icon }) => (
                <PageLink aria-current={currentAt(href)} className="place" href={href} key={href}>
                  {inside(icon, label)}
                </PageLink>
              ),
            )}
          </nav>
          <div className="foot">
            <button className="place" data-opens="help" type="button">
              {inside("question", "Help")}
            </button>
            <PageLink aria-current={currentAt("/account")} className="place" href="/account" title={personName}>
              {inside("person", <bdi>{personName}</bdi>)}
            </PageLink>
            <SignOutForm>
              <button className="place" type="submit">
                {inside("leave", "Sign out")}
              </button>
            </SignOutForm>
          </div>
        </div>
      </header>
      <div>
        {overridden.length > 0 ? <OverrideStrip isFoldedBefore={isOverrideFolded} names={overridden} /> : null}
        <main id="content">{children}</main>
      </div>
    </div>
  );
}
