import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SignInConnector } from "@/lib/connectors/connector";
import type { CredentialDto, DuplicateDto } from "@/lib/credentials/credential-dto";
import { counted } from "@/lib/platform/counted-dto";

const usage = ({ usedBy }: CredentialDto) =>
  usedBy === 0 ? "No data source uses it yet." : `${counted(usedBy, "data source uses", "data sources use")} it.`;

/** "a new password": the fields beside the one that names the account. */
function changedPart({ authentication }: SignInConnector): string {
  const others = authentication.fields.filter(({ id }) => id !== authentication.identifiedBy);
  return others.map(({ label }) => label).join(" and ");
}

type DuplicatePanelProps = {
  connector: SignInConnector;
  duplicate: DuplicateDto;
  onSelect: (credential: CredentialDto) => void;
  onReplace: (credential: CredentialDto) => void;
  onKeepBoth: () => void;
  selectLabel: string;
};

/** These values are stored already, or look like an update of stored ones: where, and the ways on. */
export function DuplicatePanel(props: DuplicatePanelProps) {
  const { connector, duplicate, onSelect, onReplace, onKeepBoth, selectLabel } = props;
  const { kind, credential, others } = duplicate;
  const { noun } = connector.authentication;
  const isSame = kind === "same-values";
  const more = others > 0 ? ` ${counted(others, "more credential has", "more credentials have")} it, too.` : "";
  const title = isSame
    ? `You already have this ${noun} as “${credential.name}”.`
    : `This looks like a new ${changedPart(connector)} for “${credential.name}”.`;
  return (
    <Notice title={title} tone="warn">
      <p>
        {usage(credential)}
        {isSame ? more : ""} Nothing was saved.
      </p>
      <div className="mt-1 flex flex-wrap gap-2">
        {isSame ? (
          <Button onClick={() => onSelect(credential)} variant="primary">
            {selectLabel}
          </Button>
        ) : (
          // Of the same values that would be another version of what is there.
          <Button onClick={() => onReplace(credential)} variant="primary">
            Replace its values
          </Button>
        )}
        <Button onClick={onKeepBoth}>Keep both</Button>
      </div>
    </Notice>
  );
}
