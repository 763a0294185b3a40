import { z } from "zod";

const envSchema = z.object({
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default("default"),
  QINGHAO_ARTIFACTS: z.string().min(1),
  QINGHAO_WEIGHTS: z.string().min(1),
  QINGHAO_TDC_DATA: z.string().min(1).optional(),
  QINGHAO_KNOWLEDGE: z.string().min(1).optional(),
  QINGHAO_MODEL_URL: z.url().optional(),
  QINGHAO_MODEL: z.string().min(1).optional(),
  QINGHAO_MODEL_KEY: z.string().min(1).optional(),
  QINGHAO_BACKEND: z.enum(["auto", "tensorflow", "webgpu", "wasm", "cpu"]).default("auto"),
  QINGHAO_LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type ApiEnv = {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  artifactsDir: string;
  weightsDir: string;
  /** The TDC ADMET benchmark group, where it is here: names and structures of the test rows come from it. */
  benchmarkDir?: string | undefined;
  /** Folder of the knowledge packs; without it everything but the knowledge answers. */
  knowledgeDir: string | null;
  /** A language model that drafts criteria when a reviewer asks it to; none unless address and model are both set. */
  drafter?: { baseUrl: string; model: string; apiKey?: string } | undefined;
  /** Backend of the predictions that the server answers at once. */
  backend: "auto" | "tensorflow" | "webgpu" | "wasm" | "cpu";
  logLevel: "silent" | "error" | "warn" | "info" | "debug";
};

/** Reads the environment variables; throws one error that names every missing one. */
export function envFrom(variables: Readonly<Record<string, string | undefined>>): ApiEnv {
  const read = envSchema.safeParse(variables);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map((issue) => issue.path.join(".")))].join(", ");
    throw new Error(`the server cannot start: environment variables missing or wrong: ${names}`);
  }
  const env = read.data;
  return {
    databaseUrl: env.DATABASE_URL,
    temporalAddress: env.TEMPORAL_ADDRESS,
    namespace: env.TEMPORAL_NAMESPACE,
    artifactsDir: env.QINGHAO_ARTIFACTS,
    weightsDir: env.QINGHAO_WEIGHTS,
    benchmarkDir: env.QINGHAO_TDC_DATA,
    knowledgeDir: env.QINGHAO_KNOWLEDGE ?? null,
    drafter: drafterOf(env),
    backend: env.QINGHAO_BACKEND,
    logLevel: env.QINGHAO_LOG_LEVEL,
  };
}

function drafterOf(env: z.infer<typeof envSchema>): ApiEnv["drafter"] {
  const { QINGHAO_MODEL_URL: baseUrl, QINGHAO_MODEL: model, QINGHAO_MODEL_KEY: apiKey } = env;
  if (baseUrl === undefined || model === undefined) return undefined;
  return { baseUrl, model, ...(apiKey === undefined ? {} : { apiKey }) };
}
