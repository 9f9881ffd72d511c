import type { Metadata } from "next";
import Link from "next/link";
import { NoticeList } from "@/components/notices/notice-list";
import { GuideLinkTo } from "@/components/overview/help/guide-link-to";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeading } from "@/components/ui/page-heading";
import { pageActor } from "@/lib/auth/doors/page-actor";
import { listNotices } from "@/lib/credentials/list-notices";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const { olderThan: from } = await searchParams;
  const { notices, olderThan } = await listNotices(await pageActor(), from);
  return (
    <>
      <PageHeading>Notices</PageHeading>
      {notices.length > 0 ? (
        // Another page of them is another list.
        <NoticeList key={String(from)} notices={notices} />
      ) : (
        <EmptyState icon="bell" more={<GuideLinkTo id="notices" />} title="No notices yet">
          We verify stored credentials from time to time. When one needs attention, you'll see here what happened and
          what to do, and when it works again.
        </EmptyState>
      )}
      {olderThan ? (
        <Link className={`${buttonClass()} w-fit`} href={`/notices?olderThan=${olderThan}`} prefetch={false}>
          Older notices
        </Link>
      ) : null}
    </>
  );
}
