import type { Metadata } from "next";
import { GUIDE_GROUPS, GUIDES } from "@/components/overview/help/guides";
import { PageHeading } from "@/components/ui/page-heading";
import { PageLink } from "@/components/ui/page-link";
import { pageActor } from "@/lib/auth/doors/page-actor";

export const metadata: Metadata = { title: "Guides" };

export default async function GuidesPage() {
  await pageActor();
  return (
    <>
      <div className="grid gap-1">
        <PageHeading>Guides</PageHeading>
        <p className="text-muted">They're part of this installation and describe the version that runs here.</p>
      </div>
      {GUIDE_GROUPS.map(({ title, ids }) => (
        <section aria-label={title} className="grid gap-3" key={title}>
          <h2 className="text-tile font-semibold">{title}</h2>
          <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {ids.map((id) => (
              <li className="relative rounded-tile border bg-surface p-4 hover:border-accent-ink" key={id}>
                <PageLink className="font-semibold after:absolute after:inset-0" href={`/help/${id}`}>
                  {GUIDES[id].title}
                </PageLink>
                <p className="text-meta text-muted">{GUIDES[id].about}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
