import { expect, it } from "vitest";
import { TOKEN_SCOPES } from "@/lib/auth/tokens/token-dto";
import { deleteDataSource } from "@/lib/data-sources/delete-data-source";
import { getDataSource } from "@/lib/data-sources/get-data-source";
import { listDataSources } from "@/lib/data-sources/list-data-sources";
import { moveDataSources } from "@/lib/data-sources/move-data-sources";
import { updateDataSource } from "@/lib/data-sources/update-data-source";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { randomId } from "@/lib/platform/random-id";
import { listReads, listReadsByDay } from "@/lib/reading/list-reads";
import { requireReadable } from "@/lib/reading/open-source";
import { createToken } from "./create-token";
import { makeSource } from "./make-source.fixture";
import { codeOf, holderOf } from "./show-token.fixture";

it("Z1: a token for chosen data sources sees and reads those, and of others not even whether they are there", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const [own, other] = [await makeSource(owner, "Own"), await makeSource(owner, "Other")];
  const { value } = await createToken(owner, { name: "One source", sources: [own] });
  const holder = await holderOf(value);
  expect((await listDataSources(holder)).dataSources.map(({ id }) => id)).toEqual([own]);
  expect((await listDataSources(owner)).dataSources).toHaveLength(2);
  expect(await getDataSource(holder, own)).toMatchObject({ id: own, createdByName: "owner" });
  expect(await listReads(holder, own)).toEqual({ reads: [] });
  for (const id of [other, randomId()]) {
    expect(await codeOf(getDataSource(holder, id))).toBe("SOURCE_NOT_GRANTED");
    expect(await codeOf(listReads(holder, id))).toBe("SOURCE_NOT_GRANTED");
    expect(await codeOf(listReadsByDay(holder, id))).toBe("SOURCE_NOT_GRANTED");
    expect(await codeOf(requireReadable(holder, id))).toBe("SOURCE_NOT_GRANTED");
  }
});

it("Z1: nor would it change or move others, if it could be for that", async () => {
  const [owner] = (await makeWorkspace("owner")) as [Member];
  const [own, other] = [await makeSource(owner, "Own"), await makeSource(owner, "Other")];
  const { value } = await createToken(owner, { name: "All", sources: "every", scopes: [...TOKEN_SCOPES] });
  const holder = { ...(await holderOf(value)), sourceIds: [own] };
  const move = { credentialId: randomId(), targetId: randomId(), sourceIds: [own, other] };
  const acts = [
    updateDataSource(holder, { dataSourceId: other, revision: 1, name: "Renamed" }),
    deleteDataSource(holder, other),
    moveDataSources(holder, move),
  ];
  for (const act of acts) expect(await codeOf(act)).toBe("SOURCE_NOT_GRANTED");
  expect((await listDataSources(owner)).dataSources.map(({ name }) => name)).toEqual(["Other", "Own"]);
});
