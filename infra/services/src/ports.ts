import { createServer } from "node:net";
import { servicesErrors } from "./errors.ts";

/** True when 127.0.0.1:`port` can be bound. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port that the operating system says is free. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1", exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/**
 * `preferred` on 127.0.0.1 when it is free, else the next free one above it (within 100); without a preference, any.
 * @param isFree asked for each port; given in tests
 */
export async function freePort(
  preferred?: number,
  isFree: (port: number) => Promise<boolean> = isPortFree,
): Promise<number> {
  if (preferred === undefined || preferred === 0) return anyFreePort();
  for (let port = preferred; port < Math.min(preferred + 100, 65_536); port++) if (await isFree(port)) return port;
  throw servicesErrors.create("port.none_free", { port: preferred });
}
