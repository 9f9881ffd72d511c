import { PageLink } from "@/components/ui/page-link";
import { COUNTED_MAX } from "@/lib/credentials/credential-dto";
import type { CountsDto } from "@/lib/overview/overview-dto";
import { counted, countedUpTo } from "@/lib/platform/counted-dto";

/** "12 data sources"; "1,000+ data sources" where counting ended. */
function told(count: number, one: string, many = `${one}s`): string {
  return counted(count, one, many).replace(String(count), countedUpTo(COUNTED_MAX, count));
}

/** How much there is of everything, each leading to its list. */
export function CountsLine({ counts: { all, attention, unverified, sources } }: { counts: CountsDto }) {
  const lines = [
    [
      attention,
      told(attention, "credential needs attention", "credentials need attention"),
      "?status=FAILED",
      "text-bad",
    ],
    [unverified, told(unverified, "unverified credential"), "?status=UNVERIFIED", "text-warn"],
    [all, told(all, "credential"), "", "text-muted"],
  ] as const;
  const shown = [
    ...lines.map(([count, words, query, tone]) => ({ count, words, href: `/credentials${query}`, tone })),
    { count: sources, words: told(sources, "data source"), href: "/data-sources", tone: "text-muted" },
  ].filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-meta tabular-nums">
      {shown.map(({ words, href, tone }) => (
        <li key={href}>
          <PageLink
            className={`font-medium underline-offset-4 hover:underline pointer-coarse:py-2 ${tone}`}
            href={href}
          >
            {words}
          </PageLink>
        </li>
      ))}
    </ul>
  );
}
