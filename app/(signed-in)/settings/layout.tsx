import type { ReactNode } from "react";
import { SettingsNav, type SettingsPlace } from "@/components/settings/settings-nav";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";

const ofWorkspace: SettingsPlace[] = [
  { href: "/settings", label: "General" },
  { href: "/settings/credentials", label: "Credentials" },
  { href: "/settings/notices", label: "Notices" },
  { href: "/settings/own-connectors", label: "Own connectors" },
];

/** The settings, one page for each matter, with the ways to the others that are for this role. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const places = [
    ...(can(actor, "settings:read") ? ofWorkspace : []),
    ...(can(actor, "token:list") ? [{ href: "/settings/tokens", label: "Tokens" }] : []),
    ...((await canForInstallation(actor, "keys:read")) ? [{ href: "/settings/keys", label: "Keys" }] : []),
  ];
  return (
    <>
      <SettingsNav places={places} />
      {children}
    </>
  );
}
