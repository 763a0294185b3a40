import { type Exit, sleep } from "@qinghao/services";

/** One running part: a process that can end by itself and can be stopped. */
export type RunningPart = { readonly pid: number; readonly exited: Promise<Exit>; stop(): Promise<void> };

export type PartEvent =
  | { kind: "ended"; exit: Exit; restartInMs: number }
  | { kind: "restarted"; pid: number }
  | { kind: "start-failed"; error: unknown; restartInMs: number };

export type SuperviseOptions<T extends RunningPart> = {
  /** Starts the part and resolves when it is ready. `previous` is what ran before, null the first time. */
  start(previous: T | null): Promise<T>;
  onEvent(event: PartEvent): void;
  /** Wait before the restart after `failures` failures in a row, ms. */
  backoffMs?: (failures: number) => number;
  /** A part that ran this long starts with a clean record, ms. Default 60,000. */
  steadyMs?: number;
  now?: () => number;
};

export type Supervised<T extends RunningPart> = {
  /** What runs now (or ran last, while a restart is under way). */
  current(): T;
  isRunning(): boolean;
  /** Ends the part for good. */
  stop(): Promise<void>;
};

/** 0.3 s, 0.6 s, 1.2 s ... 15 s */
export const defaultBackoffMs = (failures: number): number => Math.min(15_000, 300 * 2 ** Math.max(0, failures - 1));

/** Starts a part and starts it again whenever it ends by itself, with growing waits. The first start's failure is thrown. */
export async function supervise<T extends RunningPart>(options: SuperviseOptions<T>): Promise<Supervised<T>> {
  const { start, onEvent, backoffMs = defaultBackoffMs, steadyMs = 60_000, now = Date.now } = options;
  let current = await start(null);
  let running = true;
  const stopped = Promise.withResolvers<"stopped">();
  let stopping = false;

  const keepAlive = async () => {
    let failures = 0;
    let startedAt = now();
    while (!stopping) {
      const exit = await current.exited;
      running = false;
      if (stopping) return;
      failures = now() - startedAt >= steadyMs ? 1 : failures + 1;
      onEvent({ kind: "ended", exit, restartInMs: backoffMs(failures) });
      for (;;) {
        await Promise.race([sleep(backoffMs(failures)), stopped.promise]);
        if (stopping) return;
        try {
          current = await start(current);
          break;
        } catch (error) {
          if (stopping) return;
          failures++;
          onEvent({ kind: "start-failed", error, restartInMs: backoffMs(failures) });
        }
      }
      running = true;
      startedAt = now();
      if (stopping) await current.stop();
      else onEvent({ kind: "restarted", pid: current.pid });
    }
  };
  const finished = keepAlive();

  return {
    current: () => current,
    isRunning: () => running,
    stop: async () => {
      stopping = true;
      stopped.resolve("stopped");
      if (running) await current.stop();
      await finished;
    },
  };
}
