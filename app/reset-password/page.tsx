import type { Metadata } from "next";
import { AuthCard } from "@/components/auth/auth-card";
import { ResetPassword } from "@/components/auth/reset-password";
import { isMailConfigured } from "@/lib/platform/send-mail";

export const metadata: Metadata = { title: "New password" };

export default function ResetPasswordPage() {
  return (
    <AuthCard title="New password">
      <ResetPassword mail={isMailConfigured()} />
    </AuthCard>
  );
}
