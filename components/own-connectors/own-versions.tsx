import { RelativeTime } from "@/components/ui/relative-time";
import type { DefinitionPart, OwnVersionDto } from "@/lib/own-connectors/own-connector-dto";
import { VersionDefinition } from "./version-definition";

const WORDS: Record<DefinitionPart, string> = {
  name: "name",
  summary: "summary",
  fields: "values",
  placements: "how values travel",
  proof: "how values are verified",
  guide: "guide",
  limits: "limits",
  endpoints: "what it reads",
  verification: "whether it can verify",
};

type OwnVersionsProps = {
  id: string;
  /** The one in use. */
  current: number;
  versions: readonly OwnVersionDto[];
  /** Whether whoever looks may have the definitions. */
  mayExport: boolean;
};

/** What a connector was before: who saved each version, when, and what it changed. */
export function OwnVersions({ id, current, versions, mayExport }: OwnVersionsProps) {
  return (
    <section aria-labelledby="versions" className="grid gap-3 rounded-tile border bg-surface p-5">
      <h2 className="text-tile font-semibold" id="versions">
        Versions
      </h2>
      <ul className="divide-y divide-hairline">
        {versions.map(({ number, at, byName, changed }) => (
          <li className="grid min-h-13 content-center gap-y-0.5 py-2" key={number}>
            <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[6rem_minmax(0,1fr)_minmax(0,2fr)] sm:items-baseline">
              <span className="font-medium tabular-nums">Version {number}</span>
              <span className="text-meta text-muted">
                <bdi>{byName}</bdi>, <RelativeTime iso={at} />
              </span>
              <span className="text-meta text-muted">
                {number === current ? <span className="font-medium text-ok">In use</span> : null}
                {number === current && changed.length > 0 ? " · " : null}
                {changed.length > 0 ? `Changed: ${changed.map((part) => WORDS[part]).join(", ")}` : null}
              </span>
            </div>
            {mayExport ? <VersionDefinition id={id} number={number} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
