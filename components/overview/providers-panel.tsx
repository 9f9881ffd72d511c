import type { ReactNode } from "react";
import type { ProviderUseDto } from "@/lib/overview/overview-dto";
import { MoreLink, Panel } from "./panel";

const figures = new Intl.NumberFormat("en");

type UseProps = { label: string; name: ReactNode; used: number; of: number };

function Use({ label, name, used, of }: UseProps) {
  return (
    <li className="grid gap-0.5">
      <p className="flex justify-between gap-3 text-meta">
        <span className="truncate">{name}</span>
        <span className="shrink-0 text-muted tabular-nums">
          {figures.format(used)} of {figures.format(of)}
        </span>
      </p>
      <meter
        aria-label={label}
        className="h-1.5 w-full"
        high={of * 0.8}
        max={of}
        min={0}
        optimum={0}
        value={Math.min(used, of)}
      />
    </li>
  );
}

function Provider({ name, window }: Pick<ProviderUseDto, "name" | "window">) {
  if (!window) return null;
  const when = window.period === "day" ? "today" : "this week";
  return (
    <li className="grid gap-1.5 px-4 py-2.5">
      <p>
        <span className="font-medium">{name}</span> <span className="text-meta text-muted">requests {when}</span>
      </p>
      <ul className="grid gap-1.5">
        <Use label={`Checks with ${name} ${when}`} name="Checks" of={window.checkShare} used={window.checks} />
        {window.credentials.map(({ id, name: credential, requests }) => (
          <Use
            key={id}
            label={`Reads of ${name} with ${credential} ${when}`}
            name={
              <>
                Reads with <bdi title={credential}>{credential}</bdi>
              </>
            }
            of={window.readShare}
            used={requests}
          />
        ))}
      </ul>
    </li>
  );
}

/** How much is used of what Latchkey allows itself of each provider's limit, by checks and by each credential's reads. */
export function ProvidersPanel({ providers }: { providers: ProviderUseDto[] }) {
  const counted = providers.filter(({ window }) => window !== undefined);
  if (counted.length === 0) return null;
  return (
    <Panel more={<MoreLink href="/settings/credentials#providers">Limits</MoreLink>} title="Provider budgets">
      <ul className="divide-y divide-hairline">
        {counted.map(({ connectorId, name, window }) => (
          <Provider key={connectorId} name={name} {...(window ? { window } : {})} />
        ))}
      </ul>
    </Panel>
  );
}
