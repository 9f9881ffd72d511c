import { useCountdown as useSeconds } from "@/components/checks/use-countdown";

export const useCountdown = useSeconds;
