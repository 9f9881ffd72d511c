"use client";

import { Button } from "@/components/ui/button";
import { charactersLeft } from "@/components/ui/characters-left";
import { STAR } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast-context";
import { useSubmit } from "@/components/ui/use-submit";
import { deleteFilterAction, renameFilterAction, saveFilterAction } from "@/lib/filters/saved-filter-actions";
import { FILTER_NAME_MAX, type FilteredList, type SavedFilterDto } from "@/lib/filters/saved-filter-dto";

export type FilterDialogProps = {
  list: FilteredList;
  /** What the list is narrowed by. */
  query: string;
  /** The one that is to be renamed or deleted; undefined to save another one. */
  filter: SavedFilterDto | undefined;
  onClose: () => void;
};

/** Names a filter, or changes and deletes one. */
export function FilterDialog({ list, query, filter, onClose }: FilterDialogProps) {
  const { show } = useToast();
  const submission = useSubmit<{ name: string }, { id: string } | null>({
    defaultValues: { name: filter?.name ?? "" },
    send: ({ name }, from) =>
      filter ? renameFilterAction(from, { id: filter.id, name }) : saveFilterAction(from, { list, name, query }),
    onDone: onClose,
  });
  const { form, field, run } = submission;
  const remove = async () => {
    if (!filter) return;
    const result = await run((from) => deleteFilterAction(from, filter.id));
    if (!result?.ok) return;
    const { name } = filter;
    const undo = async () => {
      const back = await run((from) => saveFilterAction(from, { list, name, query: filter.query }));
      if (back) show(back.ok ? { text: `“${name}” is back.` } : { refused: back.error });
    };
    onClose();
    show({ text: `“${name}” was deleted.`, action: { label: "Undo", onPress: () => void undo() } });
  };
  return (
    <FormDialog
      onClose={onClose}
      submission={submission}
      submit={filter ? "Save changes" : "Save filter"}
      title={filter ? "Edit filter" : "Save filter"}
    >
      <TextField
        aside={STAR}
        autoComplete="off"
        data-autofocus
        dir="auto"
        help={charactersLeft(form.watch("name"), FILTER_NAME_MAX) ?? "Only you see it, above this list."}
        id="filter-name"
        label="Filter name"
        required
        {...field("name")}
      />
      {filter ? (
        <Button className="w-fit" onClick={remove} variant="danger">
          Delete filter
        </Button>
      ) : null}
    </FormDialog>
  );
}
