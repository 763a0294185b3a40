import { existsSync, readdirSync } from "node:fs";

/** Whether an NVIDIA driver with a card is loaded. */
export const hasNvidiaGpu = (): boolean => existsSync("/proc/driver/nvidia/version") && existsSync("/dev/nvidiactl");

/** False only where there is certainly no graphics card: on Linux without any of its device files. */
export function mayHaveGpu(): boolean {
  if (process.platform !== "linux") return true;
  if (existsSync("/dev/nvidiactl") || existsSync("/dev/dxg")) return true;
  try {
    return readdirSync("/dev/dri").some((name) => name.startsWith("renderD"));
  } catch {
    return false;
  }
}
