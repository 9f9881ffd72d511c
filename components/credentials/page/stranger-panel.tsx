import type { Stranger } from "@/components/credentials/checks/use-check";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { whoseWords } from "@/lib/checks/whose-words-dto";

type StrangerPanelProps = Stranger & { noun: string; onReplace: () => void };

/** The new values were accepted, and are not of whoever the stored ones are: it is asked before anything reads with them. */
export function StrangerPanel({ before, now, noun, onReplace }: StrangerPanelProps) {
  return (
    <Notice title={`This ${noun} belongs to someone else.`} tone="warn">
      <p>
        The old values were of <bdi>{whoseWords(before)}</bdi>; these are of <bdi>{whoseWords(now)}</bdi>. Nothing was
        replaced.
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        <Button onClick={onReplace} variant="primary">
          Replace anyway
        </Button>
      </div>
    </Notice>
  );
}
