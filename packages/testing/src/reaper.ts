import { spawn } from "node:child_process";

/**
 * Makes sure that `pids` end and `folder` goes away when this process ends, however it ends (a killed test runner included):
 * a small shell waits for the other end of its pipe to close.
 */
export function reapAfterThisProcess(pids: () => readonly number[], folder: string): { add(pid: number): void } {
  if (process.platform === "win32") {
    process.once("exit", () => pids().forEach(killQuietly));
    return { add: () => {} };
  }
  const script = `while read -r pid; do all="$all $pid"; done; for pid in $all; do kill -KILL "$pid" 2>/dev/null; done; sleep 0.5; rm -rf -- "$1" || { sleep 2; rm -rf -- "$1"; }`;
  const shell = spawn("/bin/sh", ["-c", script, "reaper", folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  shell.unref();
  const input = shell.stdin;
  if ("unref" in input && typeof input.unref === "function") input.unref();
  for (const pid of pids()) input.write(`${pid}\n`);
  return { add: (pid) => void input.write(`${pid}\n`) };
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
