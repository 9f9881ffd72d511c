import type { DefinedProof } from "@/lib/own-connectors/definition-dto";
import { dotted, entries, json, kept, keys } from "./form-text";
import type { OwnForm } from "./own-form";

/** "true", "3" and such mean what they look like; a text that looks so stands in quotes. */
const said = (text: string): string | number | boolean => {
  const value = text.trim();
  if (value === "true" || value === "false") return value === "true";
  if (value !== "" && !Number.isNaN(Number(value))) return Number(value);
  return /^".*"$/.test(value) ? value.slice(1, -1) : value;
};
const spelled = (value: string | number | boolean | undefined): string =>
  typeof value === "string" && said(value) !== value ? `"${value}"` : String(value ?? "");

export function proofForm(proof: DefinedProof): OwnForm["proof"] {
  const { method, path, body, expect, holds = [], refused, forbidden, identity } = proof;
  const [first, ...others] = holds;
  return {
    ...{ method, path, body: body ?? "", kind: expect.kind, at: dotted(expect.at) },
    ...{ holdsAt: dotted(first?.at), holdsIs: spelled(first?.is), statuses: (refused?.statuses ?? []).join(", ") },
    forbidden: typeof forbidden === "object" ? "right" : forbidden,
    right: typeof forbidden === "object" ? forbidden.mayNotRead : "",
    ...{ identity: identity?.of ?? "", identityId: dotted(identity?.id) },
    kept: json({
      idAt: expect.idAt,
      holds: others.length > 0 ? others : undefined,
      where: refused?.where,
      forbiddenWhere: typeof forbidden === "object" ? forbidden.where : undefined,
      identityName: identity?.name,
    }),
  };
}

export function proofOf(form: OwnForm["proof"]): DefinedProof {
  const { idAt, holds = [], where, forbiddenWhere, identityName } = kept(form.kept);
  const is = form.holdsIs.trim() === "" ? {} : { is: said(form.holdsIs) };
  const all = [...(form.holdsAt.trim() === "" ? [] : [{ at: keys(form.holdsAt), ...is }]), ...holds];
  const statuses = entries(form.statuses).map(Number);
  const refused = { ...(statuses.length > 0 ? { statuses } : {}), ...(where ? { where } : {}) };
  return {
    ...{ method: form.method, path: form.path.trim() },
    ...(form.method === "POST" && form.body.trim() !== "" ? { body: form.body } : {}),
    expect: { kind: form.kind, at: keys(form.at), ...(idAt ? { idAt } : {}) },
    ...(all.length > 0 ? { holds: all } : {}),
    ...(Object.keys(refused).length > 0 ? { refused } : {}),
    forbidden:
      form.forbidden === "right"
        ? { mayNotRead: form.right, ...(forbiddenWhere ? { where: forbiddenWhere } : {}) }
        : // What nobody chose is refused with a sentence.
          (form.forbidden as "refused"),
    ...(form.identity === ""
      ? {}
      : {
          identity: {
            of: form.identity,
            id: keys(form.identityId),
            ...(identityName ? { name: identityName } : {}),
          },
        }),
  };
}
