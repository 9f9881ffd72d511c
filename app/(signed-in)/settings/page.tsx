import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { ProviderUsage } from "@/components/checks/provider-usage";
import { RenameWorkspace } from "@/components/members/rename-workspace";
import { DeliveryList } from "@/components/notices/delivery-list";
import { TestNotice } from "@/components/notices/test-notice";
import { HealthChecksSection } from "@/components/settings/health-checks-section";
import { MaxAgeSection } from "@/components/settings/max-age-section";
import { NoticesSection } from "@/components/settings/notices-section";
import { RetentionSection } from "@/components/settings/retention-section";
import { SigningSecret } from "@/components/settings/signing-secret";
import { SettingsSection } from "@/components/ui/settings-section";
import { canForInstallation } from "@/lib/auth/authorize-for-installation";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listProviderUsage } from "@/lib/checks/list-provider-usage";
import { listDeliveries } from "@/lib/notices/list-deliveries";
import { getSettings } from "@/lib/settings/get-settings";

export const metadata: Metadata = { title: "Settings" };

/** One section component for each matter. */
export default async function SettingsPage() {
  const actor = await pageActor();
  if (!can(actor, "settings:read")) notFound();
  const [settings, deliveries, usage, mayReadKeys] = await Promise.all([
    getSettings(actor),
    listDeliveries(actor),
    listProviderUsage(actor),
    canForInstallation(actor, "keys:read"),
  ]);
  return (
    <>
      <h1 className="text-page">Settings</h1>
      <RenameWorkspace name={actor.workspaceName} />
      <HealthChecksSection settings={settings} />
      <RetentionSection settings={settings} />
      <MaxAgeSection settings={settings} />
      <NoticesSection settings={settings}>
        <SigningSecret />
        <TestNotice />
      </NoticesSection>
      <SettingsSection
        about="Latchkey keeps well below what providers allow, on all its servers together, so that your pipelines have room."
        title="Requests to providers"
      >
        <ProviderUsage usage={usage} />
      </SettingsSection>
      <SettingsSection
        about="What does not arrive is tried again after 10 seconds, a minute, 5 minutes, half an hour and two hours, and then given up."
        title="Last deliveries"
      >
        <DeliveryList deliveries={deliveries} />
      </SettingsSection>
      {mayReadKeys ? (
        <SettingsSection about="What stored values are sealed with: back up, rotate and retire." title="Keys">
          <Link className="w-fit font-medium underline underline-offset-4" href="/settings/keys" prefetch={false}>
            Open the key ring
          </Link>
        </SettingsSection>
      ) : null}
    </>
  );
}
