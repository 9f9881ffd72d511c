import { FormPart, type OfForm, OwnLines, OwnSelect, OwnText } from "./inputs";

const METHODS = [
  ["GET", "GET"],
  ["POST", "POST"],
] as const;
const ANSWERS = [
  ["object", "An object"],
  ["array", "A list of objects"],
] as const;
const MEANINGS = [
  ["", "Choose what it means"],
  ["refused", "The values are wrong"],
  ["right", "The values work, but a right is missing"],
  ["unclear", "Could be either"],
] as const;
const WHOSE = [
  ["", "Doesn't say"],
  ["person", "A person"],
  ["tenant", "An account or team"],
] as const;

/** The one request whose answer says whether values work, and what its answers mean. */
export function ProofFields(of: OfForm) {
  const { method, forbidden, identity, kept } = of.form.watch("definition.proof");
  return (
    <FormPart
      about="One request that works only with the right values: who am I, say. A page that's open to everyone proves nothing."
      title="How they're verified"
    >
      <div className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <OwnSelect {...of} label="Method" name="definition.proof.method" options={METHODS} />
        <OwnText
          {...of}
          className="font-mono"
          label="Path"
          name="definition.proof.path"
          placeholder="/v1/me"
          required
        />
      </div>
      {method === "POST" ? (
        <OwnLines
          {...of}
          help="JSON that's always the same, up to 4 KB."
          label="Body"
          mono
          name="definition.proof.body"
        />
      ) : null}
      <div className="grid gap-3 sm:grid-cols-2">
        <OwnSelect {...of} label="It answers with" name="definition.proof.kind" options={ANSWERS} />
        <OwnText
          {...of}
          className="font-mono"
          help="Keys with dots between. Empty: the answer itself."
          label="Found at"
          name="definition.proof.at"
        />
        <OwnText
          {...of}
          className="font-mono"
          help="What has to be there and isn't null, id say."
          label="It has to hold"
          name="definition.proof.holdsAt"
        />
        <OwnText
          {...of}
          className="font-mono"
          help="Empty: anything. Otherwise exactly this, true say."
          label="With this value"
          name="definition.proof.holdsIs"
        />
      </div>
      <OwnSelect {...of} label="What 403 means" name="definition.proof.forbidden" options={MEANINGS} required />
      {forbidden === "right" ? (
        <OwnText
          {...of}
          help="What the values may not read: “the account (scope read)”."
          label="The missing right"
          name="definition.proof.right"
          required
          spellCheck
        />
      ) : null}
      <OwnText
        {...of}
        className="font-mono"
        help="401 always does. Others, such as 400, with commas between."
        inputMode="numeric"
        label="Other statuses that refuse"
        name="definition.proof.statuses"
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <OwnSelect {...of} label="Whose values they are" name="definition.proof.identity" options={WHOSE} />
        {identity ? (
          <OwnText {...of} className="font-mono" label="Their id is at" name="definition.proof.identityId" required />
        ) : null}
      </div>
      {kept ? <p className="text-meta text-muted">The file says more about its answers. That stays.</p> : null}
    </FormPart>
  );
}
