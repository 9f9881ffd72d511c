import type { Metadata } from "next";
import Link from "next/link";
import { ProviderUsage } from "@/components/checks/provider-usage";
import { RenameWorkspace } from "@/components/members/rename-workspace";
import { DeliveryList } from "@/components/notices/delivery-list";
import { TestNotice } from "@/components/notices/test-notice";
import { HealthChecksSection } from "@/components/settings/health-checks-section";
import { MaxAgeSection } from "@/components/settings/max-age-section";
import { NoticesSection } from "@/components/settings/notices-section";
import { RetentionSection } from "@/components/settings/retention-section";
import { SigningSecret } from "@/components/settings/signing-secret";
import { PageHeading } from "@/components/ui/page-heading";
import { SettingsSection } from "@/components/ui/settings-section";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listProviderUsage } from "@/lib/checks/list-provider-usage";
import { listDeliveries } from "@/lib/notices/list-deliveries";
import { getSettings } from "@/lib/settings/get-settings";
import { RefusedPage } from "../not-for-role";

export const metadata: Metadata = { title: "Settings" };

/** One section component for each matter. */
export default async function SettingsPage() {
  const actor = await pageActor();
  if (!can(actor, "settings:read")) return <RefusedPage actor={actor} operation="settings:read" place="Settings" />;
  const [settings, deliveries, usage, mayReadKeys] = await Promise.all([
    getSettings(actor),
    listDeliveries(actor),
    listProviderUsage(actor),
    canForInstallation(actor, "keys:read"),
  ]);
  return (
    <>
      <PageHeading>Settings</PageHeading>
      <RenameWorkspace name={actor.workspaceName} />
      <HealthChecksSection settings={settings} />
      <RetentionSection settings={settings} />
      <MaxAgeSection settings={settings} />
      <NoticesSection settings={settings}>
        <SigningSecret />
        <TestNotice />
      </NoticesSection>
      <SettingsSection
        about="We stay well below what providers allow, across all our servers, to leave room for your pipelines."
        anchor="providers"
        title="Requests to providers"
      >
        <ProviderUsage usage={usage} />
      </SettingsSection>
      <SettingsSection
        about="If a delivery fails, we try again after 10 seconds, a minute, 5 minutes, half an hour and two hours, then give up."
        title="Last deliveries"
      >
        <DeliveryList deliveries={deliveries} />
      </SettingsSection>
      <SettingsSection about="Programs read data sources with tokens: yours, and those others created." title="Tokens">
        <Link className="w-fit font-medium underline underline-offset-4" href="/settings/tokens" prefetch={false}>
          Open the tokens
        </Link>
      </SettingsSection>
      {mayReadKeys ? (
        <SettingsSection about="The keys that encrypt stored values: back up, rotate and retire." title="Keys">
          <Link className="w-fit font-medium underline underline-offset-4" href="/settings/keys" prefetch={false}>
            Open the key ring
          </Link>
        </SettingsSection>
      ) : null}
    </>
  );
}
