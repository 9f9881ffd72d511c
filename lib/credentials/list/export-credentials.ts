import "server-only";
import type { Principal } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/permissions";
import { stillMay } from "@/lib/auth/still-may";
import type { CredentialDto, CredentialListQuery } from "@/lib/credentials/credential-dto";
import { mayBeConnector } from "@/lib/own-connectors/known-id";
import { csvLine } from "@/lib/platform/csv-line";
import { Refusal } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/to-error-dto";
import { withoutEmpty } from "@/lib/platform/without-empty";
import { findCredentialPage } from "./credential-list-repository";
import { credentialExportInput } from "./credential-list-schema";
import { recordCredentialExport } from "./export-repository";

const PAGE = 200;

/** What the list shows, with what programs know each by. No value of a credential, secret or not. */
const columns = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  description: ({ description }) => description,
  connectorId: ({ connectorId }) => connectorId,
  status: ({ status }) => status,
  owner: ({ ownerName }) => ownerName,
  rotateBy: ({ rotation }) => rotation?.dueOn.slice(0, 10) ?? "",
  rotation: ({ rotation }) => rotation?.state ?? "",
  usedBy: ({ usedBy }) => String(usedBy),
  checkedAt: ({ checkedAt = "" }) => checkedAt,
  verifiedAt: ({ verifiedAt = "" }) => verifiedAt,
  failedAt: ({ failedAt = "" }) => failedAt,
  createdAt: ({ createdAt }) => createdAt,
  whose: ({ whose }) => whose?.text ?? "",
} satisfies Record<string, (credential: CredentialDto) => string>;

export const CREDENTIALS_CSV = "text/csv; charset=utf-8; header=present";

type CredentialExport = {
  filename: string;
  contentType: string;
  /** The file's text in pieces, read as fast as it is taken. */
  chunks: AsyncGenerator<string, void>;
};

/** The type of the file that an export would be, for a look beforehand, which is no export. */
export function credentialExportHead(actor: Principal, parameters: Record<string, unknown>): Headers {
  authorize(actor, "credential:list");
  parseInput(credentialExportInput, withoutEmpty(parameters));
  return new Headers({ "content-type": CREDENTIALS_CSV });
}

/**
 * *Export CSV*: the list as it is narrowed down, all of its pages. An event of the trail, written before the first line
 * leaves. It breaks off where whoever takes it loses the right meanwhile.
 */
export async function exportCredentials(
  actor: Principal,
  parameters: Record<string, unknown>,
): Promise<CredentialExport> {
  authorize(actor, "credential:list");
  const query = parseInput(credentialExportInput, withoutEmpty(parameters)) as CredentialListQuery;
  await recordCredentialExport(actor, Object.keys(query));
  const { workspaceId } = actor;
  const isKnown = query.connectorId === undefined || mayBeConnector(query.connectorId);

  async function* chunks() {
    let text = csvLine(Object.keys(columns));
    let after: string | undefined;
    while (isKnown) {
      const page = await findCredentialPage(workspaceId, { ...query, ...(after ? { after } : {}) }, PAGE);
      for (const credential of page.credentials)
        text += csvLine(Object.values(columns).map((write) => write(credential)));
      yield text;
      text = "";
      after = page.after;
      if (after === undefined) return;
      if (!(await stillMay(actor, "credential:list")))
        throw new Refusal("FORBIDDEN", "You can't see the credentials any more.");
    }
    yield text;
  }
  const filename = `credentials-${new Date().toISOString().slice(0, 10)}.csv`;
  return { filename, contentType: CREDENTIALS_CSV, chunks: chunks() };
}
