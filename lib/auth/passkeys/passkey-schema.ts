import * as z from "zod/mini";
import { ownName } from "@/lib/auth/auth-schema";
import { recordId } from "@/lib/platform/reference-schema";
import { limitedText } from "@/lib/platform/text-schema";

/** Bytes as a browser writes them. */
const bytes = (max: number) => limitedText("Not what a device sends.", max).check(z.regex(/^[\w-]+$/));
const credentialId = bytes(1400);

const common = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal("public-key"),
  // None of the extensions is asked for, so what a device says about them is left out.
  clientExtensionResults: z.pipe(
    z.unknown(),
    z.transform(() => ({})),
  ),
};

/** What its device calls a passkey is nobody's name for it: that is the next form's. */
export const passkeyForm = z.object({
  response: z.object({
    ...common,
    response: z.object({
      clientDataJSON: bytes(4096),
      attestationObject: bytes(32_768),
      transports: z._default(
        z.array(limitedText("Not a transport.", 20).check(z.regex(/^[a-z-]{1,20}$/))).check(z.maxLength(10)),
        [],
      ),
    }),
  }),
});

export const renamePasskeyForm = z.object({ passkeyId: recordId, name: ownName });

/** What a device signed with a passkey. */
export const passkeyAnswer = z.object({
  ...common,
  response: z.object({
    clientDataJSON: bytes(4096),
    authenticatorData: bytes(4096),
    signature: bytes(4096),
    userHandle: z.optional(bytes(128)),
  }),
});
export type PasskeyAnswer = z.infer<typeof passkeyAnswer>;
