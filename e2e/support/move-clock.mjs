// Preloaded into a server under test (NODE_OPTIONS=--import): each SIGUSR2 puts its clock 16 minutes ahead, so that no
// test has to wait until a sign-in is old.
const MINUTES = 16;
let ahead = 0;

const RealDate = Date;
const now = () => RealDate.now() + ahead;

// A proxy, and no class of its own: what other code made by the real one is still an instance.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});

process.on("SIGUSR2", () => {
  ahead += MINUTES * 60_000;
  process.stdout.write(`clock moved to ${ahead}\n`);
});
