"use client";

import { dictionary } from "@zxcvbn-ts/language-common";
import { useState } from "react";
import { PASSWORD_MIN } from "@/lib/auth/auth-dto";
import { type Strength, strengthOf } from "@/lib/auth/password/guessable-dto";

export type PasswordStrengthProps = {
  password: string;
  /** What is known of the person: a password made of it is one of the first that are tried. */
  person: readonly string[];
};

const LOOKS: Record<Strength, { words: string; bars: number; tone: string }> = {
  "too-short": { words: `At least ${PASSWORD_MIN} characters.`, bars: 0, tone: "" },
  "too-long": { words: "Too long.", bars: 0, tone: "" },
  refused: { words: "Too easy to guess. Try a short phrase of your own.", bars: 1, tone: "bg-bad" },
  weak: { words: "Weak. Add a word that has nothing to do with the others.", bars: 2, tone: "bg-warn" },
  fair: { words: "Fair. Add one more word.", bars: 3, tone: "bg-warn" },
  strong: { words: "Strong.", bars: 4, tone: "bg-ok" },
};

/** How good a new password is, by the list that the server refuses by. Fetched with it, when someone types one. */
export function PasswordStrength({ password, person }: PasswordStrengthProps) {
  const [common] = useState<ReadonlyMap<string, number>>(
    () => new Map(dictionary["passwords-common"].map((word, rank) => [String(word), rank])),
  );
  const { words, bars, tone } = LOOKS[strengthOf(password, common, person)];
  return (
    <span className="grid gap-1.5">
      <span aria-hidden="true" className="grid grid-cols-4 gap-1">
        {[1, 2, 3, 4].map((bar) => (
          <span className={`h-1 rounded-full ${bar <= bars ? tone : "bg-hairline"}`} key={bar} />
        ))}
      </span>
      <span role="status">{words}</span>
    </span>
  );
}
