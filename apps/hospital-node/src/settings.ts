import { flavours } from "@qinghao/clinical/synthetic";
import { siteIdSchema } from "@qinghao/data-space/schema";
import { z } from "zod";

/** What one hospital's node is told by its environment. */
export const nodeSettingsSchema = z.object({
  QINGHAO_SITE: siteIdSchema,
  QINGHAO_SITE_NAME_EN: z.string().min(1),
  QINGHAO_SITE_NAME_ZH: z.string().min(1),
  /** The node's own database, with a role of its own. */
  DATABASE_URL: z.string().min(1),
  TEMPORAL_ADDRESS: z.string().min(1),
  TEMPORAL_NAMESPACE: z.string().min(1).default("default"),
  /** Folder of the node: the columnar extract and, where there is one, the files of its synthetic population. */
  QINGHAO_NODE_DATA: z.string().min(1),
  QINGHAO_KNOWLEDGE: z.string().min(1),
  /** Patients from a folder of FHIR or OMOP files; else a synthetic population. */
  QINGHAO_NODE_RECORDS: z.string().min(1).optional(),
  QINGHAO_NODE_FLAVOUR: z.enum(flavours).default("us"),
  QINGHAO_NODE_FORMAT: z.enum(["fhir", "omop"]).default("fhir"),
  QINGHAO_NODE_PATIENTS: z.coerce.number().int().min(0).default(1500),
  QINGHAO_NODE_SEED: z.coerce.number().int().default(1),
  /** How often things are wrong in the synthetic records; 1 is usual. */
  QINGHAO_NODE_DIRT: z.coerce.number().min(0).max(10).default(1),
  /** First port to try for the hospital's own pages on 127.0.0.1; 0 for any. */
  QINGHAO_NODE_PORT: z.coerce.number().int().min(0).default(0),
  QINGHAO_NODE_THRESHOLD: z.coerce.number().int().default(10),
  QINGHAO_NODE_ROUNDING: z.coerce.number().int().default(5),
  QINGHAO_NODE_REFRESH_MINUTES: z.coerce.number().int().min(1).default(30),
});
export type NodeSettings = z.infer<typeof nodeSettingsSchema>;

/** What a node process tells whoever started it, once its pages answer and it polls. */
export const nodeReadySchema = z.object({ kind: z.literal("ready"), url: z.string() });
export type NodeReady = z.infer<typeof nodeReadySchema>;
