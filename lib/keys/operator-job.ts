import { jobOf } from "@/lib/auth/job-of";

/** Whoever may run commands on the server: they act for the installation, not in a workspace. */
export const operatorJob = jobOf("operator");
