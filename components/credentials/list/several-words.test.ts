import { expect, it } from "vitest";
import type { DeletionResultDto } from "@/lib/credentials/list/bulk-dto";
import { deletedToast, restoredToast } from "./several-words";

const nothing = () => undefined;
const deletion = (count: number): DeletionResultDto => ({
  deleted: Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `Credential ${index}` })),
  inUse: [],
  interrupted: false,
});

it("a deletion of several is said with how many and Undo, as one alone is", () => {
  expect(deletedToast(deletion(1), nothing)).toMatchObject({
    text: "1 credential deleted.",
    action: { label: "Undo" },
  });
  expect(deletedToast(deletion(3), nothing)).toMatchObject({ text: "3 credentials deleted." });
});

it("where someone else was faster, nothing is there to undo", () => {
  expect(deletedToast(deletion(0), nothing)).toEqual({
    text: "There was nothing left to delete.",
    action: { label: "Recently deleted", href: "/credentials/deleted" },
  });
});

it("what could not be restored is counted, with the way to it", () => {
  expect(restoredToast({ restored: 3, nameTaken: 0 })).toEqual({ text: "3 credentials restored." });
  expect(restoredToast({ restored: 1, nameTaken: 1 })).toMatchObject({
    text: "1 credential restored. 1 name was taken in the meantime.",
    action: { href: "/credentials/deleted" },
  });
  expect(restoredToast({ restored: 0, nameTaken: 2 })).toMatchObject({
    text: "0 credentials restored. 2 names were taken in the meantime.",
  });
});
