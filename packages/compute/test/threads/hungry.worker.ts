import { serveThread } from "../../src/threads/serve-thread.ts";

serveThread(() => () => {
  const held: string[][] = [];
  for (;;) held.push(Array.from({ length: 100_000 }, (_, at) => `molecule ${at} of ${held.length}`));
});
