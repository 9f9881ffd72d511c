import { useLater } from "@/components/ui/use-later";
import type { AboutChosenProps } from "./about-chosen";

const loadAbout = async () => (await import("./about-chosen")).AboutChosen;

/** What there is to know of the chosen credential, which is nothing of most. Fetched where there is something. */
export function ChosenNotices(props: AboutChosenProps) {
  const { chosen, verification } = props;
  const isAny = (chosen !== undefined && chosen.status !== "VERIFIED") || verification !== undefined;
  const About = useLater(loadAbout, isAny);
  return (
    <div aria-live="polite" className="grid gap-3 empty:absolute">
      {About && isAny ? <About {...props} /> : null}
    </div>
  );
}
