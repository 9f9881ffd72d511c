"use client";

import { usePathname } from "next/navigation";
import { PageLink } from "@/components/ui/page-link";

export type SettingsPlace = { href: string; label: string };

/** The pages of the settings. With one alone there is nowhere to go. */
export function SettingsNav({ places }: { places: readonly SettingsPlace[] }) {
  const pathname = usePathname();
  if (places.length < 2) return null;
  return (
    <nav aria-label="Settings" className="tabs">
      {places.map(({ href, label }) => (
        <PageLink
          aria-current={
            pathname === href || (href !== "/settings" && pathname.startsWith(`${href}/`)) ? "page" : undefined
          }
          href={href}
          key={href}
        >
          {label}
        </PageLink>
      ))}
    </nav>
  );
}
