"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import type { Rights } from "@/components/overview/keys/commands";
import { KeyCaps } from "@/components/overview/keys/key-caps";
import { Dialog } from "@/components/ui/dialog";
import { Icon, type IconName } from "@/components/ui/icon";
import { GUIDES, guideOf } from "./guides";

type HelpDialogProps = { rights: Rights; onGo: (href: string) => void; onKeys: () => void; onClose: () => void };

const ROW =
  "flex min-h-11 w-full items-center gap-3 rounded-control px-3 py-1.5 text-left hover:bg-sunken focus-visible:outline-offset-0";

const inside = (icon: IconName, title: string, about: string) => (
  <>
    <Icon className="size-4 text-muted" name={icon} />
    <span className="grid min-w-0 flex-1">
      <span className="font-medium">{title}</span>
      <span className="text-meta text-muted">{about}</span>
    </span>
  </>
);

/** What helps with the screen that is open, and with everything else. */
export function HelpDialog({ rights, onGo, onKeys, onClose }: HelpDialogProps) {
  const guide = guideOf(usePathname());
  const link = (href: string, children: ReactNode) => (
    <a
      className={ROW}
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onGo(href);
      }}
    >
      {children}
    </a>
  );
  return (
    <Dialog dirty={false} onClose={onClose} title="Help" width="small">
      <ul className="grid gap-0.5 p-3">
        {guide ? (
          <li>
            {link(`/help/${guide}`, inside("question", GUIDES[guide].title, `This screen. ${GUIDES[guide].about}`))}
          </li>
        ) : null}
        <li>{link("/help", inside("book", "All guides", "For you, your programs and this server's operator."))}</li>
        {rights.includes("tokens") ? (
          <li>{link("/docs/api", inside("program", "API reference", "Every operation, with a way to try it."))}</li>
        ) : null}
        <li>
          <button className={ROW} onClick={onKeys} type="button">
            {inside("overview", "Keyboard shortcuts", "Every key, and how to turn keys off.")}
            <span aria-hidden="true">
              <KeyCaps keys="?" />
            </span>
          </button>
        </li>
      </ul>
    </Dialog>
  );
}
