import { Facts } from "@/components/ui/facts";
import { LocalTime } from "@/components/ui/local-time";
import type { OwnConnectorDto } from "@/lib/own-connectors/own-connector-dto";
import { counted, countedInFigures } from "@/lib/platform/counted-dto";
import { SentWhere } from "./sent-where";

/** What a connector of one's own is, what it sends where, and who said so. */
export function OwnFacts({ connector }: { connector: OwnConnectorDto }) {
  const { definition, version, definedByName, definedAt, changed, confirmation, isVerifiable, redirectedTo } =
    connector;
  const { limits } = definition;
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <section aria-label="What it sends where" className="grid min-w-0 gap-4 rounded-tile border bg-surface p-5">
        <h2 className="text-tile font-semibold">What it sends where</h2>
        <SentWhere definition={definition} />
      </section>
      <Facts
        facts={[
          [
            "Defined",
            <>
              by {definedByName}, <LocalTime iso={definedAt} />
            </>,
          ],
          [
            "Version",
            changed ? (
              <>
                {version}, changed by {changed.byName}, <LocalTime iso={changed.at} />
              </>
            ) : (
              `${version}`
            ),
          ],
          [
            "Verifiable",
            isVerifiable
              ? "Yes: it was seen to refuse wrong values."
              : "No: its credentials stay unverified, as it wasn't seen to refuse wrong values.",
          ],
          ...(confirmation.state === "confirmed"
            ? [
                [
                  "Host confirmed",
                  <>
                    by {confirmation.byName}, <LocalTime iso={confirmation.at} />
                  </>,
                ] as const,
              ]
            : []),
          ...(redirectedTo ? [["Sent instead to", redirectedTo] as const] : []),
          [
            "Limits",
            `${counted(limits.seconds, "second")} between requests, ${countedInFigures(limits.day, "request")} a day`,
          ],
          [
            "Asks for",
            definition.fields.map(({ label, secret }) => `${label}${secret ? "" : " (not secret)"}`).join(", "),
          ],
        ]}
        title="About it"
      />
    </div>
  );
}
