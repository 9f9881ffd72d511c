import * as z from "zod/mini";
import { say } from "./answer";

export const documentAnswer = say(z.record(z.string(), z.unknown()), "An OpenAPI 3.1 document.");
