import { redirect } from "next/navigation";
import { HOME } from "@/lib/auth/doors/return-path";

export default function RootPage() {
  redirect(HOME);
}
