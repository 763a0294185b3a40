import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { isAlive, sleep, startMarkOf } from "@qinghao/services";
import { z } from "zod";
import { isSameProcess } from "./lock.ts";

const childSchema = z.object({ part: z.string(), pid: z.number().int(), mark: z.string().nullable() });
const stateSchema = z.object({
  /** Ports of the last launch, tried first by the next one. */
  ports: z.record(z.string(), z.number().int()).default({}),
  /** What runs, so that a launch after a killed one can end it. */
  children: z.array(childSchema).default([]),
  /** When the demonstration project was filled, ISO 8601; null when it never was. */
  demonstratedAt: z.string().nullable().default(null),
});
export type State = z.infer<typeof stateSchema>;

/** The launcher's memory between launches: one JSON file, written whole. */
export type StateFile = {
  readonly value: State;
  change(edit: (state: State) => void): void;
};

export function openState(file: string): StateFile {
  const value = readState(file);
  return {
    value,
    change: (edit) => {
      edit(value);
      const draft = `${file}.new`;
      writeFileSync(draft, `${JSON.stringify(value, null, 2)}\n`);
      renameSync(draft, file);
    },
  };
}

function readState(file: string): State {
  if (!existsSync(file)) return stateSchema.parse({});
  try {
    return stateSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return stateSchema.parse({}); // It only saves time: a damaged one is begun anew.
  }
}

export function rememberChild(state: StateFile, part: string, pid: number): void {
  state.change((value) => {
    value.children = [...value.children.filter((child) => child.part !== part), { part, pid, mark: startMarkOf(pid) }];
  });
}

/** Ends what a launch that was itself killed left running; a process that merely has the same number is left alone. */
export async function endLeftovers(state: StateFile, say: (line: string) => void): Promise<void> {
  const left = state.value.children.filter((child) => child.mark !== null && isSameProcess(child));
  for (const child of left) {
    say(`Ending ${child.part} (process ${child.pid}), which an interrupted launch left running`);
    process.kill(child.pid, child.part === "postgres" ? "SIGINT" : "SIGTERM");
  }
  for (let waited = 0; left.some((child) => isAlive(child.pid)); waited += 100) {
    if (waited === 5_000) for (const child of left) if (isSameProcess(child)) process.kill(child.pid, "SIGKILL");
    if (waited > 15_000) break;
    await sleep(100);
  }
  if (state.value.children.length === 0) return;
  state.change((value) => {
    value.children = [];
  });
}
