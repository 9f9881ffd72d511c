"use client";

import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { RelativeTime } from "@/components/ui/relative-time";
import { SettingsSection } from "@/components/ui/settings-section";
import { useAction } from "@/components/ui/use-action";
import { endOtherSessionsAction, endSessionAction } from "@/lib/auth/account/account-actions";
import type { SessionDto } from "@/lib/auth/account/account-dto";
import { SESSION_DAYS, SESSION_IDLE_HOURS } from "@/lib/auth/auth-dto";

/** Where one is signed in, with a way to end it there. */
export function SessionsSection({ sessions }: { sessions: SessionDto[] }) {
  const { busy, failure, run } = useAction();

  return (
    <SettingsSection
      about={`A session ends after ${SESSION_IDLE_HOURS} hours without use, and after ${SESSION_DAYS} days at most.`}
      title="Where you are signed in"
    >
      <ul className="grid divide-y">
        {sessions.map(({ id, device, peer, usedAt, signedInAt, isThisOne }) => (
          <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0" key={id}>
            <div className="grid min-w-0 flex-1 basis-56">
              <p className="font-medium">
                {device}
                {isThisOne ? <span className="font-normal text-muted"> · this one</span> : null}
              </p>
              <p className="text-meta text-muted">
                <span className="font-mono">{peer}</span> · used <RelativeTime iso={usedAt} /> · signed in{" "}
                <RelativeTime iso={signedInAt} />
              </p>
            </div>
            {isThisOne ? null : (
              <Button
                aria-label={`End session of ${device} at ${peer}`}
                onClick={() => run(() => endSessionAction(id))}
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <Button busy={busy} className="justify-self-start" onClick={() => run(endOtherSessionsAction)} variant="danger">
          End all others
        </Button>
      ) : null}
      <Failure error={failure} />
    </SettingsSection>
  );
}
