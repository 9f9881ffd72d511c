import * as z from "zod/mini";
import type { TryDto } from "@/lib/own-connectors/own-connector-dto";
import { answer, flag, type Same, say, text } from "./answer";
import { body } from "./input";

export const tryConnectorBody = body("TryConnector", "A connector of your own. Nothing is stored.", {
  definition: say(z.record(z.string(), z.unknown()), "What an exported file of one has."),
});

const triedAnswer = answer("Try", "How the host took one request.", {
  with: say(z.enum(["no-key", "invented-key"]), "What was sent in the place of values."),
  isRefused: flag("Whether it was refused, as it should be."),
  sentence: text("One sentence: what came of it."),
});
export const triesAnswer = answer("Tries", "Whether a connector's host refuses values that can't be right.", {
  isRefused: flag("Whether all were refused: only then does an accepted value prove anything."),
  tries: say(z.array(triedAnswer), "Each request, in their order."),
});
true satisfies Same<z.infer<typeof triesAnswer>, TryDto>;
