import type { BackendName } from "@qinghao/compute";
import { createPredictor, type Predictor } from "@qinghao/properties/node";
import { endpointIdSchema } from "@qinghao/properties/schema";
import type { EndpointOutcome, ShardPredictor } from "./predictor.ts";

/** The predictor of `@qinghao/properties`, started when first needed. A start that fails is tried again by the next shard. */
export function createPropertyPredictor(options: {
  weightsDir: string;
  threads: number;
  backend: BackendName;
}): ShardPredictor {
  let starting: Promise<Predictor> | null = null;
  const predictor = (): Promise<Predictor> => {
    starting ??= createPredictor(options).catch((error: unknown) => {
      starting = null;
      throw error;
    });
    return starting;
  };
  return {
    async predict(molecules, endpoints, signal) {
      const known = endpoints.map((endpoint) => endpointIdSchema.parse(endpoint));
      const rows = await (await predictor()).predictBatch(molecules, { endpoints: known, signal });
      return rows.map((row) =>
        Object.fromEntries(
          known.map((endpoint) => [endpoint, row.ok ? found(row.values[endpoint]) : failed(row.error)]),
        ),
      );
    },
    models: async () => ({ ...(await predictor()).record().models }),
    async record() {
      const { backend, device, toolkit } = (await predictor()).record();
      return { backend, device, toolkits: { ...toolkit } };
    },
    async close() {
      await (await starting?.catch(() => null))?.close();
    },
  };
}

type Row = Awaited<ReturnType<Predictor["predictBatch"]>>[number];
type Value = NonNullable<Extract<Row, { ok: true }>["values"][keyof Extract<Row, { ok: true }>["values"]]>;

const found = (value: Value | undefined): EndpointOutcome =>
  value === undefined
    ? {
        ok: false,
        code: "modelling.no-result",
        reason: { en: "The model gave no result.", zh: "模型没有给出结果。" },
      }
    : { ok: true, ...value };

const failed = (error: Extract<Row, { ok: false }>["error"]): EndpointOutcome => ({
  ok: false,
  code: error.code,
  reason: error.message,
});
