import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AuthCard } from "@/components/auth/auth-card";
import { OwnerForm } from "@/components/auth/owner-form";
import { installationExists } from "@/lib/auth/auth-repository";

export const metadata: Metadata = { title: "Set up" };

export default async function SetupPage({ searchParams }: PageProps<"/setup">) {
  if (await installationExists()) redirect("/sign-in");
  const { token } = await searchParams;
  return (
    <AuthCard title="Set up Latchkey">
      <p className="text-muted">Create the first account. It owns this installation; sign-up is closed afterwards.</p>
      <OwnerForm token={typeof token === "string" ? token : ""} />
    </AuthCard>
  );
}
