import { PageLink } from "@/components/ui/page-link";
import { GUIDES, type GuideId } from "./guides";

/** The way from a screen to the guide about it. */
export function GuideLinkTo({ id }: { id: GuideId }) {
  return (
    <PageLink className="action-link" href={`/help/${id}`}>
      Read “{GUIDES[id].title}”
    </PageLink>
  );
}
