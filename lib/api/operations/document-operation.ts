import "server-only";
import { makeDocument } from "@/lib/api/document/make-document";
import { type ApiOperation, file, openOperation } from "@/lib/api/operation";
import { documentAnswer } from "@/lib/api/schemas/document";
import { once } from "@/lib/platform/process-state.mjs";

/** The operation that answers with the document of a table, itself included. */
export const documentOperation = (table: () => readonly ApiOperation[]): ApiOperation =>
  openOperation({
    ...{ id: "getDocument", method: "GET", path: "/openapi.json", tag: "About" },
    summary: "Get this document",
    answer: file({ "application/json": documentAnswer }),
    run: async () => {
      const text = once("api document", () => JSON.stringify(makeDocument(table())));
      return new Response(text, { headers: { "content-type": "application/json" } });
    },
  });
