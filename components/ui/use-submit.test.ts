import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Forms that are not submitted by `useSubmit`, and why. */
const OTHER_FORMS: Record<string, string> = {
  "components/credentials/add/add-credential.tsx": "has the provider checked before it stores",
  "components/credentials/page/replace-values.tsx": "has the provider checked before it stores",
  "components/data-sources/configure-form.tsx": "has the provider checked before it stores",
  "components/ui/list-filters.tsx": "a filter: it leads to another address and sends nothing",
  "components/ui/sign-out-form.tsx": "leads to the sign-in page whatever the server answers",
};
/** What wires a form up, in a file that is no form itself. */
const WIRING: Record<string, string> = {
  "components/credentials/checks/use-values-check.ts": "checks for the forms above",
  "components/data-sources/use-configure.ts": "is the Configure form's own",
  "components/ui/use-submit.ts": "it is useSubmit",
};

const files = ["app", "components"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => `${folder}/${name}`),
);
const matching = (isMatch: (text: string) => boolean) =>
  files.filter((file) => isMatch(readFileSync(file, "utf8"))).toSorted();

/** A form whose way of being submitted is not that of `useSubmit`. */
const hasOtherForm = (text: string) => /<form\b(?![^>]*\{\.\.\.(\w+\.)?formProps\})/.test(text);
const isWired = (text: string) =>
  /\buse(Form|FormContext|ActionState|FormStatus)\b|\b(handleSubmit|applyFieldErrors)\(|\bformAction=|<form[^>]* action=\{/.test(
    text,
  );

it("every form is submitted by useSubmit, or is known to need another way", () => {
  expect(matching((text) => /<form\b/.test(text)).length).toBeGreaterThan(20);
  expect(matching(hasOtherForm)).toEqual(Object.keys(OTHER_FORMS).toSorted());
});

it("nothing but useSubmit wires a form up", () => {
  const wired = matching(isWired).filter((file) => !(file in OTHER_FORMS));
  expect(wired).toEqual(Object.keys(WIRING).toSorted());
});

it("the rule sees a form in whatever shape it comes", () => {
  for (const shape of ['<form method="post" onSubmit={save}>', "<form\n  action={save}\n>", "<form {...props}>"])
    expect(hasOtherForm(shape), shape).toBe(true);
  for (const shape of ["<form {...formProps}>", '<form className="grid" {...renaming.formProps}>'])
    expect(hasOtherForm(shape), shape).toBe(false);
  for (const shape of ["useForm<Values>({", "const [state] = useActionState(", "<form action={save}>"])
    expect(isWired(shape), shape).toBe(true);
});
