import { type CheckRun, describeRuns } from "./describe-checks";

/** In pixels: a bar and the gap behind it, which the last one of a run does without. */
const STEP = 6;
const GAP = 2;

/**
 * The last checks at a glance, newest at the right; one sentence for those who hear it. A run of bars is one element,
 * and its width an attribute: the content security policy has no style of an element.
 */
export function CheckStrip({ runs }: { runs: readonly CheckRun[] }) {
  if (runs.length === 0) return null;
  return (
    <span className="strip" role="img" title={describeRuns(runs)}>
      {runs.map(([kind, count], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two runs can be the same
        <svg className={kind} key={index} width={count * STEP - GAP} />
      ))}
    </span>
  );
}
