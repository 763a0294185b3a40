type Env = Readonly<Record<string, string | undefined>>;

/** The outcome of looking for a Temporal server. */
export type FoundTemporal =
  | { readonly kind: "address"; readonly address: string }
  | { readonly kind: "binary"; readonly path: string; readonly version: string; readonly source: "path" | "cache" }
  | { readonly kind: "missing"; readonly rejected: readonly string[] };

export const temporalVersion: string;
export function cacheRoot(env?: Env, platform?: NodeJS.Platform): string;
export function exeName(name: string, platform?: NodeJS.Platform): string;
export function isExecutable(file: string): boolean;
export function onPath(name: string, env?: Env, platform?: NodeJS.Platform): string[];
export function outputOf(
  file: string,
  args: readonly string[],
  options?: { env?: Env; timeoutMs?: number },
): string | null;
export function temporalVersionOf(file: string): string | null;
export function cachedTemporal(env?: Env): string;
export function findTemporal(options?: {
  env?: Env;
  candidates?: readonly string[];
  probe?: (file: string) => string | null;
}): FoundTemporal;
export function findChromium(options?: { env?: Env; platform?: NodeJS.Platform }): string | null;
