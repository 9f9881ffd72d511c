import { expect, it } from "vitest";
import { kindOfAction } from "./kind-of-action";

it.each([
  ["credential.verified", "credentials"],
  ["credential.previewed", undefined],
  ["credential.probed", undefined],
  ["credential.delete-refused", undefined],
  ["data-source.moved", "data-sources"],
  ["data-source.read", undefined],
  ["member.role-changed", "members"],
  ["person.renamed", "members"],
  ["settings.edited", "credentials"],
  ["settings.secret-shown", undefined],
  ["session.started", undefined],
  ["audit.exported", undefined],
])("%s shows on %s", (action, kind) => {
  expect(kindOfAction(action)).toBe(kind);
});
