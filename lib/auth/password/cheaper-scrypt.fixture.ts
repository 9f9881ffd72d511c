type Module = typeof import("./scrypt-in-worker");

/** The same, where and as long as told so at a hundredth of what a hash of today costs. */
export const cheaperScrypt = ({ scryptInWorker }: Module, hashing: { isCheap: boolean }): Module => ({
  scryptInWorker: (password, salt, bytes, options) => {
    const isOfToday = options.N === 2 ** 17;
    return scryptInWorker(password, salt, bytes, hashing.isCheap && isOfToday ? { ...options, N: 2 ** 10 } : options);
  },
});
