import path from "node:path";
import { parseArgs } from "node:util";
import { launcherErrors } from "./errors.ts";
import { repositoryRoot } from "./paths.ts";

export type LaunchOptions = {
  /** The one folder of all state. */
  readonly dataDir: string;
  /** First port to try for the workbench; 0 for any. */
  readonly port: number;
  /** Stop after everything was found healthy. */
  readonly check: boolean;
  /** Fill an empty installation with the demonstration project. */
  readonly demonstration: boolean;
  /** Run the three hospitals of the demonstration, each with a node of its own. */
  readonly sites: boolean;
  readonly help: boolean;
};

export const usage = `npm start -- [options]
  --data DIR            folder of all state (default: ./data)
  --port N              port of the workbench on 127.0.0.1 (default: 3000, or the next free one)
  --check               set up, start everything, check every part, stop; exit code 0 when all is healthy
  --no-demonstration    leave an empty installation empty, and run no hospitals
  --no-sites            run no hospitals
Environment: DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE use servers of your own;
  QINGHAO_KNOWLEDGE=DIR uses knowledge packs of your own;
  QINGHAO_SITE_PATIENTS=N sets how many synthetic patients each hospital has (default 1500);
  QINGHAO_BACKEND=auto|tensorflow|webgpu|wasm|cpu chooses what predicts, QINGHAO_THREADS=N with how many threads.`;

/** Reads the command line. Relative folders start where the person typed the command. Errors: `launcher.arguments.wrong`. */
export function readOptions(args: readonly string[], typedIn: string = process.cwd()): LaunchOptions {
  const values = parse(args);
  const port = values.port === undefined ? 3000 : Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw launcherErrors.create("arguments.wrong", { reason: `--port ${values.port} is no port number` });
  }
  return {
    dataDir: values.data === undefined ? path.join(repositoryRoot, "data") : path.resolve(typedIn, values.data),
    port,
    check: values.check ?? false,
    demonstration: !values["no-demonstration"],
    sites: !values["no-demonstration"] && !values["no-sites"],
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        data: { type: "string" },
        port: { type: "string" },
        check: { type: "boolean" },
        "no-demonstration": { type: "boolean" },
        "no-sites": { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw launcherErrors.create("arguments.wrong", { reason: error instanceof Error ? error.message : String(error) });
  }
}
