import { spawn } from "node:child_process";
import { mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { reapAfterThisProcess } from "./reaper.ts";
import { startStandInModel } from "./stand-in-model.ts";

/** A whole installation: PostgreSQL, Temporal, workers, workbench, in a temporary folder. */
export type Stack = {
  /** Of the workbench, `http://127.0.0.1:port`. */
  readonly url: string;
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly dataDir: string;
  /** The stand-in language model that it is configured with, see `tellModel`. */
  readonly modelUrl: string;
  stop(): Promise<void>;
};

export type StartStackOptions = {
  /** Fill it with the demonstration project, and wait until it is filled. Default false: an empty installation. */
  readonly demonstration?: boolean;
  readonly timeoutMs?: number;
};

type Ready = { kind: "ready"; url: string; databaseUrl: string; temporalAddress: string };
type Demonstration = { kind: "demonstration"; ok: boolean; detail: string };
const hasKind = (message: unknown, kind: string): boolean =>
  typeof message === "object" && message !== null && "kind" in message && message.kind === kind;
const isReady = (message: unknown): message is Ready => hasKind(message, "ready");
const isDemonstration = (message: unknown): message is Demonstration => hasKind(message, "demonstration");

const launcher = path.resolve(import.meta.dirname, "..", "..", "..", "infra", "launcher", "src", "main.ts");

/** Runs the launcher as `npm start` does, on free ports; resolves when everything answers. Builds the workbench when needed. */
export async function startStack(options: StartStackOptions = {}): Promise<Stack> {
  const dataDir = mkdtempSync(path.join(tmpdir(), "qinghao-test-stack-"));
  const log = path.join(dataDir, "launcher.log");
  const out = openSync(log, "a");
  const args = ["--data", dataDir, "--port", "0", ...(options.demonstration ? [] : ["--no-demonstration"])];
  const { DATABASE_URL: _database, TEMPORAL_ADDRESS: _temporal, VITEST: _vitest, ...env } = process.env;
  const model = await startStandInModel();
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...env, QINGHAO_MODEL_URL: `${model.url}/v1`, QINGHAO_MODEL: model.model },
    stdio: ["ignore", out, out, "ipc"],
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    await model.stop();
  };
  const deadline = AbortSignal.timeout(options.timeoutMs ?? 10 * 60_000);
  const told = <T>(is: (message: unknown) => message is T): Promise<T> =>
    new Promise((resolve, reject) => {
      child.on("message", (message) => is(message) && resolve(message));
      void exited.then(() => reject(new Error("the launcher ended")));
      deadline.addEventListener("abort", () => reject(new Error("it took too long")));
    });
  const [ready, demonstration] = [told(isReady), told(isDemonstration)];
  demonstration.catch(() => {}); // Waited for below, where it was asked for.
  const first = await ready.catch(async (error: Error) => {
    await stop();
    throw new Error(`the stack did not start (${error.message}):\n${readFileSync(log, "utf8")}`);
  });
  reapAfterThisProcess(() => [], dataDir);
  if (options.demonstration) {
    const filled = await demonstration;
    if (!filled.ok) {
      await stop();
      throw new Error(`the demonstration project was not filled: ${filled.detail}`);
    }
  }
  return {
    url: first.url,
    databaseUrl: first.databaseUrl,
    temporalAddress: first.temporalAddress,
    dataDir,
    modelUrl: model.url,
    stop,
  };
}

let shared: Promise<Stack> | undefined;

/** The stack of this browser test run: the one that the global set-up started, else (a single file run by hand) one of its own. */
export function testStack(): Promise<Stack> {
  const given = process.env.QINGHAO_TEST_STACK;
  shared ??= given ? Promise.resolve({ ...(JSON.parse(given) as Stack), stop: async () => {} }) : startStack();
  return shared;
}
