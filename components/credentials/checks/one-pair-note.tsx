import Link from "next/link";
import type { SignInConnector } from "@/lib/connectors/connector";
import { counted } from "@/lib/platform/counted-dto";

type OnePairNoteProps = {
  connector: SignInConnector;
  /** The first few of the other credentials with the same values, and how many there are. */
  others: { id: string; name: string }[];
  otherCount: number;
  /** Data sources that use these values, under whichever name. */
  sourceCount: number;
};

/** What generating new values at the provider breaks, where it gives one set of them to each workspace. */
export function OnePairNote({ connector, others, otherCount, sourceCount }: OnePairNoteProps) {
  const { name, authentication } = connector;
  const { noun } = authentication;
  const count =
    sourceCount === 0
      ? "No data source in Latchkey uses it yet"
      : `In Latchkey, ${counted(sourceCount, "data source uses", "data sources use")} it`;
  return (
    <section aria-label={`Only one ${noun}`} className="grid gap-1.5 border-t pt-3 [&>p]:max-w-180">
      <p className="font-medium">
        A {name} workspace has only one {noun}.
      </p>
      <p className="text-muted">
        Generating a new one there stops this one at once, for everything that uses it. {count}, and nothing here works
        again until you replace its values.
      </p>
      {others.length > 0 ? (
        <p className="text-muted">
          The same {noun} is also stored as{" "}
          {others.map((other, index) => (
            <span key={other.id}>
              {index > 0 ? ", " : null}
              <Link
                className="text-accent-ink underline underline-offset-4"
                dir="auto"
                href={`/credentials/${other.id}`}
                prefetch={false}
              >
                {other.name}
              </Link>
            </span>
          ))}
          {otherCount > others.length ? ` and ${otherCount - others.length} more` : null}: replace the values there,
          too.
        </p>
      ) : null}
    </section>
  );
}
