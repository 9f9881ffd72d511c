import type { Metadata } from "next";
import { RenameWorkspace } from "@/components/members/rename-workspace";
import { OldAnchors } from "@/components/settings/old-anchors";
import { PageHeading } from "@/components/ui/page-heading";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { RefusedPage } from "../not-for-role";
import { SecondFactor } from "./second-factor";

export const metadata: Metadata = { title: "Settings" };

/** What concerns the whole workspace. */
export default async function SettingsPage() {
  const actor = await pageActor();
  if (!can(actor, "settings:read")) return <RefusedPage actor={actor} operation="settings:read" place="Settings" />;
  return (
    <>
      <PageHeading>General settings</PageHeading>
      <OldAnchors />
      <RenameWorkspace name={actor.workspaceName} />
      <SecondFactor actor={actor} />
    </>
  );
}
