/* Waiting before another attempt. */

const LONGEST = 30_000;

/** Milliseconds before attempt number `failures` (1, 2, …): doubling, with jitter so that not all come at once. */
export function backoff(failures) {
  const full = Math.min(500 * 2 ** failures, LONGEST);
  return full / 2 + (Math.random() * full) / 2;
}

/** Resolves after so many milliseconds, or as soon as the connection is back. */
export function pause(milliseconds) {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    addEventListener("online", done);
  });
}
