import type { ObjectSchema } from "./record-fields";

/** What the queries ask for, and so all there is, by https://docs.fireflies.ai. */
export const firefliesSchemas: Readonly<Record<string, ObjectSchema>> = {
  users: { user_id: "text", name: "text", email: "text", is_admin: "boolean", num_transcripts: "integer" },
  transcripts: {
    id: "text",
    title: "text",
    date: "either",
    duration: "number",
    sentences: [{ speaker_name: "text", text: "text", start_time: "number", end_time: "number" }],
    summary: { overview: "text", action_items: "text" },
  },
};
