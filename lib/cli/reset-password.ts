import { forgotForm } from "@/lib/auth/auth-schema";
import { makeResetLink } from "@/lib/auth/password/reset-link";

// `npm run reset-password -- <email> [--drop-second-factors]`: prints a link that sets a new password, once and within
// an hour. It needs the installation's secret and no database, so it works while the server runs, on both databases.
const [address, ...flags] = process.argv.slice(2);
const parsed = forgotForm.safeParse({ email: address ?? "" });
const unknown = flags.find((flag) => flag !== "--drop-second-factors");
if (!parsed.success || unknown !== undefined) {
  process.stderr.write("Usage: npm run reset-password -- name@example.com [--drop-second-factors]\n");
  process.exitCode = 1;
} else {
  const link = await makeResetLink({
    email: parsed.data.email,
    dropSecondFactors: flags.length > 0,
  });
  process.stdout.write(
    `Give this link only to the person who has the address ${parsed.data.email}: it counts as the proof of that. It sets a new\npassword, once and within an hour, and does nothing where there is no such account:\n\n  ${link}\n`,
  );
}
