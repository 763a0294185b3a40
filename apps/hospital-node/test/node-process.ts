import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { nodeReadySchema } from "../src/settings.ts";

const program = fileURLToPath(new URL("../src/main.ts", import.meta.url));

export type NodeProcess = {
  readonly url: string;
  /** Everything that it wrote to its log. */
  log(): string;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/** A node as the launcher runs it: a process of its own. Resolves when its pages answer. */
export async function startNodeProcess(settings: Readonly<Record<string, string>>): Promise<NodeProcess> {
  const { DATABASE_URL: _database, ...env } = process.env;
  const child: ChildProcess = fork(program, { env: { ...env, ...settings }, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (log += part.toString()));
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    child.on("message", (message) => {
      const parsed = nodeReadySchema.safeParse(message);
      if (parsed.success) resolve(parsed.data.url);
    });
    void exited.then(() => reject(new Error(`the node ended: ${log}`)));
  });
  return {
    url,
    log: () => log,
    kill: () => {
      child.kill("SIGKILL");
      return exited;
    },
  };
}
