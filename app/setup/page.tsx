import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { SetUp } from "@/components/auth/set-up";
import { installationExists } from "@/lib/auth/auth-repository";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage() {
  if (await installationExists()) redirect("/sign-in");
  return (
    <AuthCard title="Set up Latchkey">
      <p className="text-muted">Create the first account. It owns this installation, and sign-up closes afterwards.</p>
      <SetUp />
    </AuthCard>
  );
}
