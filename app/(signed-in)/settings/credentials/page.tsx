import type { Metadata } from "next";
import { ProviderUsage } from "@/components/checks/provider-usage";
import { HealthChecksSection } from "@/components/settings/health-checks-section";
import { MaxAgeSection } from "@/components/settings/max-age-section";
import { RetentionSection } from "@/components/settings/retention-section";
import { PageHeading } from "@/components/ui/page-heading";
import { SettingsSection } from "@/components/ui/settings-section";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listProviderUsage } from "@/lib/checks/list-provider-usage";
import { isHttp } from "@/lib/connectors/database-connector";
import { listKnownConnectors } from "@/lib/own-connectors/find-connector";
import { getCheckDefault } from "@/lib/settings/get-check-default";
import { getSettings } from "@/lib/settings/get-settings";
import { RefusedPage } from "../../not-for-role";

export const metadata: Metadata = { title: "Credential settings" };

/** How stored credentials are looked after. */
export default async function CredentialSettingsPage() {
  const actor = await pageActor();
  if (!can(actor, "settings:read")) return <RefusedPage actor={actor} operation="settings:read" place="Settings" />;
  const [settings, usage] = await Promise.all([
    getSettings(actor),
    listKnownConnectors(actor.workspaceId).then((connectors) => listProviderUsage(actor, connectors.filter(isHttp))),
  ]);
  return (
    <>
      <PageHeading>Credential settings</PageHeading>
      <HealthChecksSection byDefault={getCheckDefault(actor)} settings={settings} />
      <RetentionSection settings={settings} />
      <MaxAgeSection settings={settings} />
      <SettingsSection
        about="We stay well below what providers allow, across all our servers, to leave room for your pipelines."
        anchor="providers"
        title="Requests to providers"
      >
        <ProviderUsage usage={usage} />
      </SettingsSection>
    </>
  );
}
