import { hostname } from "node:os";
import { type Database, noteWorkerLoad, removeWorkerLoad } from "@qinghao/db";
import type { BusyMeter } from "./busy-meter.ts";

const everyMs = 5000;

/** Says every five seconds how busy a queue's slots are, until it is stopped. A report that fails is left out. */
export function reportLoad(
  db: Database,
  { queue, device, slots, meter }: { queue: string; device: string; slots: number; meter: BusyMeter },
): { stop(): Promise<void> } {
  const id = `${hostname()} ${process.pid} ${queue}`;
  const report = () => noteWorkerLoad(db, { id, queue, device, slots, busy: meter.take() }).catch(() => undefined);
  void report();
  const timer = setInterval(report, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await removeWorkerLoad(db, id).catch(() => undefined);
    },
  };
}
