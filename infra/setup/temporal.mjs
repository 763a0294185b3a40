// A Temporal server for this machine: found, downloaded, or built with Go.
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  cachedTemporal,
  exeName,
  findTemporal,
  onPath,
  outputOf,
  temporalVersion,
  temporalVersionOf,
} from "../services/src/discovery.mjs";
import { duration, lastLines, run, SetupError, say } from "./report.mjs";

const goModule = `github.com/temporalio/cli/cmd/temporal@v${temporalVersion}`;

/** What a person can do when no way to a Temporal server worked. */
export const temporalRemedies = [
  "Set TEMPORAL_ADDRESS=host:port to a Temporal server that runs already.",
  "Put the program `temporal` on PATH (https://docs.temporal.io/cli, or `brew install temporal`).",
  `Install Go 1.24 or newer; it is then built once: go install ${goModule}`,
];

/** The address where Temporal's own download service keeps this release for a platform. */
export function downloadUrl(platform = process.platform, arch = process.arch) {
  const os = platform === "win32" ? "windows" : platform;
  return `https://temporal.download/cli/archive/v${temporalVersion}?platform=${os}&arch=${arch === "x64" ? "amd64" : arch}`;
}

/** The first of: address given, program on PATH, cache, download, build with Go. Errors: `SetupError` with the remedies. */
export async function ensureTemporal(env = process.env) {
  const found = findTemporal({ env });
  if (found.kind !== "missing") return found;
  for (const file of found.rejected) say(`  ${file} does not run here and is passed over`);
  const target = cachedTemporal(env);
  const workshop = `${path.dirname(target)}.${process.pid}`;
  const reasons = [];
  try {
    for (const obtain of [download, buildWithGo]) {
      rmSync(workshop, { recursive: true, force: true });
      mkdirSync(workshop, { recursive: true });
      const reason = await obtain(workshop, env);
      if (reason !== null) {
        reasons.push(reason);
        continue;
      }
      mkdirSync(path.dirname(target), { recursive: true });
      renameSync(path.join(workshop, exeName("temporal")), target);
      return { kind: "binary", path: target, version: temporalVersionOf(target), source: "cache" };
    }
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  throw new SetupError(
    `No Temporal server was found or made.\n${reasons.map((reason) => `    ${reason}`).join("\n")}`,
    temporalRemedies,
  );
}

/** @returns {Promise<string | null>} null when `folder` holds the program now, else why not */
async function download(folder, env) {
  if (env.QINGHAO_OFFLINE) return "download: not tried (QINGHAO_OFFLINE is set)";
  const url = downloadUrl();
  say(`Fetching the Temporal server ${temporalVersion} from temporal.download ...`);
  const archive = path.join(folder, "temporal.archive");
  try {
    const response = await answerWithin(url, 6_000);
    if (!response.ok) throw new Error(`status ${response.status}`);
    await pipeline(Readable.fromWeb(response.body), createWriteStream(archive), {
      signal: AbortSignal.timeout(300_000),
    });
    const { code, output } = await run("tar", ["-xf", archive, "-C", folder], { quiet: true });
    if (code !== 0) throw new Error(`the archive could not be unpacked: ${output.trim()}`);
    if (!temporalVersionOf(path.join(folder, exeName("temporal"))))
      throw new Error("the program in the archive does not run here");
    return null;
  } catch (error) {
    const reason = `download: ${error.cause?.code ?? error.message}`;
    say(`  not possible here (${reason})`);
    return reason;
  }
}

/** fetch whose answer, not whose body, must come within `limitMs`. */
async function answerWithin(url, limitMs) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Error(`no answer within ${limitMs / 1000} s`)), limitMs);
  try {
    return await fetch(url, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** @returns {Promise<string | null>} null when `folder` holds the program now, else why not */
async function buildWithGo(folder, env) {
  const go = onPath("go", env)[0];
  if (!go) return "build: Go is not on PATH";
  say(`Building the Temporal server ${temporalVersion} with ${outputOf(go, ["version"], { env }) ?? go}.`);
  say("  This happens once per user and takes about 6 minutes on 2 cores.");
  const started = Date.now();
  const { GOOS: _os, GOARCH: _arch, ...rest } = env;
  const goEnv = { ...rest, GOBIN: folder, ...writableGoFolders(env, folder) };
  const counts = { downloaded: 0, compiled: 0 };
  const onLine = (line) => {
    if (line.startsWith("go: downloading")) counts.downloaded++;
    else if (/^[\w.\-/]+$/.test(line)) counts.compiled++;
  };
  const ticker = setInterval(() => {
    say(
      `  ${duration(Date.now() - started)}: ${counts.downloaded} modules fetched, ${counts.compiled} packages compiled`,
    );
  }, 20_000);
  const { code, output } = await run(go, ["install", "-v", "-ldflags=-s -w", goModule], {
    env: goEnv,
    onLine,
    cwd: folder,
  });
  clearInterval(ticker);
  if (code !== 0) return `build with Go ended with ${code}:\n${lastLines(output)}`;
  const file = path.join(folder, exeName("temporal"));
  if (!existsSync(file) || !temporalVersionOf(file)) return "build with Go: the program does not run";
  say(`  built in ${duration(Date.now() - started)}`);
  return null;
}

/** Go wants a home for its caches; where none is set they live and die with the build. */
function writableGoFolders(env, folder) {
  if (env.HOME || env.USERPROFILE || (env.GOPATH && env.GOCACHE)) return {};
  const flags = `${env.GOFLAGS ?? ""} -modcacherw`.trim();
  return { GOPATH: path.join(folder, "gopath"), GOCACHE: path.join(folder, "gocache"), GOFLAGS: flags };
}
