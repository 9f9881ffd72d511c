import type { Metadata } from "next";
import { DeliveryList } from "@/components/notices/delivery-list";
import { TestNotice } from "@/components/notices/test-notice";
import { NoticesSection } from "@/components/settings/notices-section";
import { SigningSecret } from "@/components/settings/signing-secret";
import { PageHeading } from "@/components/ui/page-heading";
import { SettingsSection } from "@/components/ui/settings-section";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { can } from "@/lib/auth/permissions";
import { listDeliveries } from "@/lib/notices/list-deliveries";
import { getSettings } from "@/lib/settings/get-settings";
import { RefusedPage } from "../../not-for-role";

export const metadata: Metadata = { title: "Notice settings" };

/** Where notices go, and what came of the last ones. */
export default async function NoticeSettingsPage() {
  const actor = await pageActor();
  if (!can(actor, "settings:read")) return <RefusedPage actor={actor} operation="settings:read" place="Settings" />;
  const [settings, deliveries] = await Promise.all([getSettings(actor), listDeliveries(actor)]);
  return (
    <>
      <PageHeading>Notice settings</PageHeading>
      <NoticesSection settings={settings}>
        <SigningSecret />
        <TestNotice />
      </NoticesSection>
      <SettingsSection
        about="If a delivery fails, we try again after 10 seconds, a minute, 5 minutes, half an hour and two hours, then give up."
        title="Last deliveries"
      >
        <DeliveryList deliveries={deliveries} />
      </SettingsSection>
    </>
  );
}
