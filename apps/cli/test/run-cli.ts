import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type CliResult = { code: number | null; stdout: string; stderr: string };
const program = fileURLToPath(new URL("../bin/qinghao.mjs", import.meta.url));

/** Runs the real program. `input` goes to standard input; `interruptAfter` sends SIGINT once that text is on stderr. */
export function runCli(
  args: readonly string[],
  options: { input?: string | Uint8Array; env?: Record<string, string>; interruptAfter?: string } = {},
): Promise<CliResult> {
  const { LANG: _lang, LC_ALL: _all, LC_MESSAGES: _messages, QINGHAO_SERVER: _server, ...inherited } = process.env;
  const env = { ...inherited, LANG: "C.UTF-8", ...options.env };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ["pipe", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  let interrupted = false;
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
    if (interrupted || options.interruptAfter === undefined || !stderr.includes(options.interruptAfter)) return;
    interrupted = child.kill("SIGINT");
  });
  // A program that ends before it has read its input closes the pipe.
  child.stdin.on("error", () => {});
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** Nothing that only a programmer could read. */
export const looksLikeStack = (text: string): boolean => /\n\s+at .+:\d+:\d+|node:internal|Error:/.test(text);
