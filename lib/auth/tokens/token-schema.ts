import * as z from "zod/mini";
import { NAME_MAX } from "@/lib/platform/limits-dto";
import { recordId } from "@/lib/platform/reference-schema";
import { textSchema } from "@/lib/platform/text-schema";
import { scopesFor, TOKEN_PURPOSES } from "./scope-words-dto";
import { SOURCE_SCOPES, SOURCES_PER_TOKEN, TOKEN_LIFE, TOKEN_LIVES, TOKEN_OVERLAP, TOKEN_SCOPES } from "./token-dto";
import { isForSources } from "./token-scopes-dto";

const tokenName = textSchema({ label: "Token name", max: NAME_MAX, required: true });

const DAYS = `Choose ${TOKEN_LIFE.least} to ${TOKEN_LIFE.most} days, or never.`;
const days = z.number(DAYS).check(z.int(DAYS), z.minimum(TOKEN_LIFE.least, DAYS), z.maximum(TOKEN_LIFE.most, DAYS));

const HOURS = `Choose 0 to ${TOKEN_OVERLAP.most} hours.`;
const hours = z.number(HOURS).check(z.int(HOURS), z.minimum(0, HOURS), z.maximum(TOKEN_OVERLAP.most, HOURS));

const SOURCES = "Choose data sources.";
const NO_SOURCE = "Choose at least one data source.";
const listed = z
  .array(recordId, SOURCES)
  .check(
    z.minLength(1, NO_SOURCE),
    z.maxLength(SOURCES_PER_TOKEN, `Choose at most ${SOURCES_PER_TOKEN} data sources, or all of them.`),
  );

const SCOPES = "Choose what it can do.";
const scopes = z
  .array(z.enum(TOKEN_SCOPES, "No token can do this."), SCOPES)
  .check(z.minLength(1, SCOPES), z.maxLength(TOKEN_SCOPES.length, SCOPES));

export const newToken = z.object({
  name: tokenName,
  scopes: z._default(scopes, [...SOURCE_SCOPES]),
  sources: z.union([z.literal("every"), listed], SOURCES),
  expiresInDays: z._default(z.union([days, z.literal("never")], DAYS), TOKEN_LIFE.usual),
});

/** *Create token* as a person fills it in. */
export const tokenForm = z
  .object({
    name: tokenName,
    purpose: z.enum(TOKEN_PURPOSES, SCOPES),
    /** Of *Choose each*. */
    scopes: z.array(z.enum(TOKEN_SCOPES), SCOPES),
    reach: z.enum(["every", "listed"], SOURCES),
    sources: z.array(recordId, SOURCES),
    expiresInDays: z.enum(TOKEN_LIVES, DAYS),
  })
  .check(
    z.refine(({ purpose, scopes: chosen }) => scopesFor(purpose, chosen).length > 0, {
      error: SCOPES,
      path: ["scopes"],
    }),
    z.refine(
      ({ purpose, scopes: chosen, reach, sources }) =>
        reach === "every" || sources.length > 0 || !isForSources(scopesFor(purpose, chosen)),
      { error: NO_SOURCE, path: ["reach"] },
    ),
  );
export type TokenForm = z.infer<typeof tokenForm>;

export const tokenRotation = z.object({
  tokenId: recordId,
  overlapHours: z._default(hours, TOKEN_OVERLAP.usual),
});

export const tokenReference = z.object({ tokenId: recordId });
