import { Icon, type IconName } from "@/components/ui/icon";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DeliveryDto } from "@/lib/notices/notice-dto";

const looks: Record<DeliveryDto["state"], { word: string; icon: IconName; className: string }> = {
  delivered: { word: "Delivered", icon: "check", className: "text-ok" },
  waiting: { word: "Waiting", icon: "question", className: "text-warn" },
  "given-up": { word: "Given up", icon: "alert", className: "text-bad" },
};
const channels = { webhook: "Webhook", email: "Email" } as const;

/** What of a delivery is worth saying: nothing more, where it arrived at once. */
function Details({ delivery: { state, tries, result, dueAt } }: { delivery: DeliveryDto }) {
  if (state === "delivered") return tries > 1 ? <p className="text-meta text-muted">After {tries} tries.</p> : null;
  return (
    <p className="text-meta text-muted">
      {result ?? "Not tried yet."}{" "}
      {state === "waiting" && dueAt && tries > 0 ? (
        <>
          Next try <RelativeTime coming iso={dueAt} />.
        </>
      ) : null}
      {state === "given-up" && tries > 1 ? `Tried ${tries} times.` : null}
    </p>
  );
}

/** The last deliveries with their state: what did not arrive is seen here. */
export function DeliveryList({ deliveries }: { deliveries: DeliveryDto[] }) {
  if (deliveries.length === 0) return <p className="text-muted">Nothing sent yet.</p>;
  return (
    <ul className="divide-y divide-hairline">
      {deliveries.map((delivery) => {
        const { id, at, credentialName, headline, channel, receiver, state } = delivery;
        const { word, icon, className } = looks[state];
        return (
          <li className="grid gap-x-4 gap-y-0.5 py-3 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto]" key={id}>
            <p className="min-w-0">
              {credentialName ? (
                <>
                  <bdi className="font-medium">{credentialName}</bdi> {headline}
                </>
              ) : (
                <span className="font-medium">{headline}</span>
              )}
            </p>
            <p className={`flex items-center gap-1 text-meta font-medium sm:justify-end ${className}`}>
              <Icon className="size-3.5" name={icon} />
              {word}
            </p>
            <p className="min-w-0 text-meta text-muted">
              {channels[channel]} to <bdi>{receiver}</bdi>
            </p>
            <p className="text-meta text-muted sm:text-right">
              <RelativeTime iso={at} />
            </p>
            <div className="sm:col-span-2">
              <Details delivery={delivery} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
