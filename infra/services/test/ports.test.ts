import { createServer } from "node:net";
import { expect, test } from "vitest";
import { anyFreePort, freePort, isPortFree } from "../src/ports.ts";

test("the preferred port is taken when free, else the next free one", async () => {
  const busy = new Set([3000, 3001]);
  const isFree = async (port: number) => !busy.has(port);
  expect(await freePort(3002, isFree)).toBe(3002);
  expect(await freePort(3000, isFree)).toBe(3002);
});

test("no free port is a clear failure, not an endless search", async () => {
  await expect(freePort(65_530, async () => false)).rejects.toMatchObject({ code: "services.port.none_free" });
});

test("a port that somebody listens on is not free", async () => {
  const server = createServer();
  const port = await anyFreePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  expect(await isPortFree(port)).toBe(false);
  expect(await freePort(port)).not.toBe(port);
  await new Promise((resolve) => server.close(resolve));
  expect(await isPortFree(port)).toBe(true);
});
