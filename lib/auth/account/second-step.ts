/** What a session was shown besides a password, or in its place: docs/decisions/0040 says what follows from it. */
export type SecondStep = "app" | "passkey" | "provider";
