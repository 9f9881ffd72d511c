import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { guideTexts } from "@/components/overview/help/guide-texts";
import { GUIDES, isGuide } from "@/components/overview/help/guides";
import { Markdown } from "@/components/overview/help/markdown";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/auth/doors/page-actor";

export async function generateMetadata({ params }: PageProps<"/help/[guide]">): Promise<Metadata> {
  await pageActor();
  const { guide } = await params;
  if (!isGuide(guide)) notFound();
  return { title: `${GUIDES[guide].title} · Guides` };
}

export default async function GuidePage({ params }: PageProps<"/help/[guide]">) {
  await pageActor();
  const { guide } = await params;
  if (!isGuide(guide)) notFound();
  return (
    <>
      <div className="grid gap-1.5">
        <PageLink className="w-fit text-meta text-muted hover:text-ink" href="/help">
          Guides
        </PageLink>
        <PageHeading>{GUIDES[guide].title}</PageHeading>
      </div>
      <article className="guide">
        <Markdown text={guideTexts[guide]} />
      </article>
    </>
  );
}
