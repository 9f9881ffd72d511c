/** Runs `stop` at Ctrl+C, SIGTERM or a closed terminal, and then exits; a second signal exits at once. */
export function onStop(stop: () => Promise<void>): void {
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, async () => {
      if (isStopping) process.exit(130);
      isStopping = true;
      try {
        await stop();
        process.exit(0);
      } catch (error) {
        console.error(error instanceof Error ? error.message : "The sandbox could not be stopped.");
        process.exit(1);
      }
    });
}
