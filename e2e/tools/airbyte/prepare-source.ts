import { chromium } from "playwright";
import { chromiumPath } from "../../find-chromium.mjs";
import { ownerOf } from "../../support/people";

/** Sets an installation up with a data source that reads calls, and a token that reads it. */
export async function prepareSource(url: string, pair: object) {
  const args = ["--no-sandbox", "--disable-gpu"];
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? "", args });
  const owner = await ownerOf(url, browser).finally(() => browser.close());
  const create = async (noun: string, body: object) => {
    const made = await owner.post(`/${noun}`, body);
    if (made.status !== 201) throw new Error(`${made.status}: ${JSON.stringify(made.body)}`);
    return made.body;
  };
  const connectorId = "clari-copilot";
  const { id: credentialId } = await create("credentials", { connectorId, name: "Pair", values: pair });
  const reads = { connectorId, credentialId, endpointId: "calls", name: "Calls {{ 'of' }} Clari", parameters: {} };
  const { id } = await create("data-sources", reads);
  const { value } = await create("tokens", { name: "Airbyte", sources: [id], expiresInDays: 1 });
  return { token: value as string, source: `${url}/api/v1/data-sources/${id}` };
}
