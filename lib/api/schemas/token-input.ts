import { newToken, tokenRotation } from "@/lib/auth/tokens/token-schema";
import { say } from "./answer";
import { body, nameOf } from "./input";

const { name, scopes, sources, expiresInDays } = newToken.shape;

export const createTokenBody = body("CreateToken", "A token for a program.", {
  ...newToken.shape,
  name: nameOf(name, "Its name, for people."),
  scopes: say(scopes, "The operations it can do; what they need comes along."),
  sources: say(sources, "The ids of the data sources it's for, or every. You can limit only seeing and reading."),
  expiresInDays: say(expiresInDays, "After how many days it expires; or never."),
});

export const rotateTokenBody = body("RotateToken", "A new value for a token.", {
  overlapHours: say(tokenRotation.shape.overlapHours, "For how many hours the old value keeps working."),
});
