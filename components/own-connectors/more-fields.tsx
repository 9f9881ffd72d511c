import { DEFINED_AT_MOST } from "@/lib/own-connectors/definition-dto";
import { FormPart, type OfForm, OwnLines, OwnText } from "./inputs";

/** What whoever adds a credential is told, and how often is asked at most. */
export function MoreFields(of: OfForm) {
  return (
    <FormPart about="Help for whoever adds a credential, and how often Latchkey asks at most." title="Guide and limits">
      <OwnLines {...of} help="How to get the values, one step a line." label="Steps" name="definition.guide.steps" />
      <OwnText
        {...of}
        help="Who can see or create the values."
        label="Who has them"
        name="definition.guide.roles"
        spellCheck
      />
      <OwnLines {...of} help="One a line." label="Warnings" name="definition.guide.warnings" rows={2} />
      <div className="grid gap-3 sm:grid-cols-2">
        <OwnText
          {...of}
          className="tabular-nums"
          help={`At least 1 second, at most ${DEFINED_AT_MOST.secondsApart}.`}
          inputMode="numeric"
          label="Seconds between requests"
          name="definition.limits.seconds"
          required
        />
        <OwnText
          {...of}
          className="tabular-nums"
          help={`At most ${DEFINED_AT_MOST.perDay}.`}
          inputMode="numeric"
          label="Requests a day"
          name="definition.limits.day"
          required
        />
      </div>
    </FormPart>
  );
}
