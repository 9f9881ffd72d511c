import Link from "next/link";
import { PageLink } from "@/components/ui/page-link";
import { isTried, proofWords } from "@/lib/checks/proof-words-dto";
import type { ConnectorTile } from "@/lib/connectors/connector-tile";
import { ConnectorMark } from "./connector-mark";

/** Where choosing one leads, and where a credential for it is added. */
const hrefOf = ({ id, reads }: ConnectorTile) =>
  reads ? `/data-sources/new/${id}` : `/credentials?connectorId=${id}&add=1`;
const addHrefOf = (tile: ConnectorTile) => (tile.reads ? `${hrefOf(tile)}?add=1` : hrefOf(tile));

type ConnectorTilesProps = { tiles: readonly ConnectorTile[]; mayAdd: boolean };

/** Types of data sources, with what is known of each. */
export function ConnectorTiles({ tiles, mayAdd }: ConnectorTilesProps) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-4">
      {tiles.map((tile) => {
        const { id, name, summary, category, proven, reads, own } = tile;
        return (
          <li
            className="relative flex h-full flex-col gap-3 rounded-tile border bg-surface p-4 transition-colors hover:border-accent-ink has-focus-visible:border-accent-ink"
            key={id}
          >
            <div className="flex items-center gap-3">
              <ConnectorMark id={id} />
              <div className="grid min-w-0">
                {reads || mayAdd ? (
                  <Link
                    aria-describedby={`${id}-summary`}
                    className="rounded-control text-tile font-semibold after:absolute after:inset-0"
                    href={hrefOf(tile)}
                    id={`${id}-name`}
                    // Forty pages that nobody may open.
                    prefetch={false}
                  >
                    {name}
                  </Link>
                ) : (
                  <span className="text-tile font-semibold" id={`${id}-name`}>
                    {name}
                  </span>
                )}
                <span className="text-meta text-muted">{category}</span>
              </div>
            </div>
            <p className="text-muted" id={`${id}-summary`}>
              {summary}
            </p>
            {reads && !own && !isTried(proven) ? null : (
              <p className="mt-auto text-meta text-muted wrap-anywhere">
                {reads ? "" : "Keeps credentials; there's nothing to read yet. "}
                {own ?? proofWords(proven)}
              </p>
            )}
            {mayAdd ? (
              <PageLink
                aria-describedby={`${id}-name`}
                className={`action-link relative z-1 text-meta ${reads && !isTried(proven) ? "mt-auto" : ""}`}
                href={addHrefOf(tile)}
              >
                Add Credential
              </PageLink>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
