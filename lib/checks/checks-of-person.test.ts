import { expect, it, vi } from "vitest";
import { createToken } from "@/lib/data-sources/tokens/create-token";
import { codeOf, holderOf } from "@/lib/data-sources/tokens/show-token.fixture";
import { type Member, makeWorkspace } from "@/lib/members/make-workspace.fixture";
import { withinCheckLimits } from "./check-limits";

vi.hoisted(() => {
  vi.stubEnv("CHECKS_PER_MINUTE_OF_MEMBER", "4");
  vi.stubEnv("CHECKS_PER_MINUTE_OF_WORKSPACE", "1000");
});

it("I5: a person and their tokens are counted together, another person on their own", async () => {
  const [owner, other] = (await makeWorkspace("owner", "admin")) as [Member, Member];
  const scopes = ["credential:verify"];
  const values = await Promise.all([1, 2].map(() => createToken(owner, { name: "Nightly", sources: "every", scopes })));
  const holders = await Promise.all(values.map(({ value }) => holderOf(value)));
  const codes: string[] = [];
  for (const actor of [owner, ...holders, owner, ...holders, owner])
    codes.push(await codeOf(withinCheckLimits(actor, async () => undefined)));
  expect(codes).toEqual(["done", "done", "done", "done", ...Array(3).fill("TOO_MANY_CHECKS")]);
  await withinCheckLimits(other, async () => undefined);
});
