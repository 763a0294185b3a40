import { z } from "zod";
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from "zod-openapi";
import { uploadSchema } from "./schema.ts";

const failures = (...statuses: number[]): ZodOpenApiResponsesObject =>
  Object.fromEntries([400, ...statuses, 500].map((status) => [status, { description: "error" }]));

const byteOrderMark = {
  bom: z
    .enum(["0", "1"])
    .optional()
    .meta({ description: "1 begins the file with a byte order mark, for spreadsheets" }),
};

const download = (about: {
  tag: string;
  id: string;
  summary: string;
  type: string;
  path: z.ZodObject;
  query?: z.ZodObject;
}): ZodOpenApiOperationObject => ({
  operationId: about.id,
  summary: about.summary,
  tags: [about.tag],
  requestParams: {
    path: about.path,
    query: (about.query ?? z.object({})).extend(about.type.startsWith("text/") ? byteOrderMark : {}),
  },
  responses: {
    200: { description: "The file, streamed", content: { [about.type]: { schema: { type: "string" } } } },
    ...failures(404, 503),
  },
});

const tsv = "text/tab-separated-values";
const concept = z.object({ id: z.string().meta({ description: "Concept id", example: "MONDO:0005233" }) });
const asProject = z.object({
  projectId: z.string().optional().meta({ description: "With the project's own concepts, names and codes" }),
});
const project = z.object({ projectId: z.string() });
const exportQuery = z.object({
  columns: z.string().optional().meta({
    description:
      "Comma-separated columns or groups: name, inchikey, formula, molWeight, descriptors, predictions, an endpoint id, fields",
  }),
  search: z.string().optional().meta({ description: "Only the hits of this search" }),
  text: z.string().optional().meta({ description: "Part of a name or SMILES, or the beginning of an InChIKey" }),
  range: z
    .array(z.string())
    .optional()
    .meta({ description: "<column>:<min>:<max>, such as mw:200:500 or prediction:lipophilicity::3; may be repeated" }),
});

/** Routes that carry files and so are not procedures. */
export const rawRoutes: ZodOpenApiPathsObject = {
  "/uploads": {
    post: {
      operationId: "uploads-create",
      summary: "Upload a file of molecules: the raw bytes are the body",
      description: "SMILES, CSV, TSV or SDF, plain or gzip, up to 2 GiB. The answer shows how it would be read.",
      tags: ["imports"],
      requestParams: { query: z.object({ fileName: z.string().optional() }) },
      requestBody: {
        required: true,
        content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
      },
      responses: {
        200: { description: "The upload", content: { "application/json": { schema: uploadSchema } } },
        ...failures(413, 503),
      },
    },
  },
  "/imports/{importId}/rejects.csv": {
    get: download({
      tag: "imports",
      id: "imports-rejects-csv",
      summary: "Rejected rows as CSV, whole texts included",
      type: "text/csv",
      path: z.object({ importId: z.string() }),
    }),
  },
  "/projects/{projectId}/export.csv": {
    get: download({
      tag: "compounds",
      id: "compounds-export-csv",
      summary: "Compounds as CSV, units in the headings",
      type: "text/csv",
      path: project,
      query: exportQuery,
    }),
  },
  "/projects/{projectId}/export.sdf": {
    get: download({
      tag: "compounds",
      id: "compounds-export-sdf",
      summary: "Compounds as SDF with 2D coordinates",
      type: "chemical/x-mdl-sdfile",
      path: project,
      query: exportQuery,
    }),
  },
  "/projects/{projectId}/knowledge.tsv": {
    get: download({
      tag: "knowledge",
      id: "knowledge-own-tsv",
      summary: "What a project added, in the form that the import reads",
      type: tsv,
      path: project,
    }),
  },
  "/knowledge/concepts/{id}/names.tsv": {
    get: download({
      tag: "knowledge",
      id: "knowledge-names-tsv",
      summary: "Names of a concept, each with source and licence",
      type: tsv,
      path: concept,
      query: asProject,
    }),
  },
  "/knowledge/concepts/{id}/relations.tsv": {
    get: download({
      tag: "knowledge",
      id: "knowledge-relations-tsv",
      summary: "Relations of a concept with the names of both ends, each with source and licence",
      type: tsv,
      path: concept,
      query: asProject,
    }),
  },
  "/knowledge/concepts/{id}/codes.tsv": {
    get: download({
      tag: "knowledge",
      id: "knowledge-codes-tsv",
      summary: "Codes of a system under a concept, each with reason, source and licence",
      type: tsv,
      path: concept,
      query: asProject.extend({ system: z.string().meta({ example: "icd10-cn" }) }),
    }),
  },
  "/campaigns/{campaignId}/hits.csv": {
    get: download({
      tag: "campaigns",
      id: "campaigns-hits-csv",
      summary: "Hits of a campaign, the best first, with their score in every stage, as CSV",
      type: "text/csv",
      path: z.object({ campaignId: z.string() }),
    }),
  },
  "/campaigns/{campaignId}/hits.sdf": {
    get: download({
      tag: "campaigns",
      id: "campaigns-hits-sdf",
      summary: "Poses of the hits, the best hit first, with rank and scores, as SDF",
      type: "chemical/x-mdl-sdfile",
      path: z.object({ campaignId: z.string() }),
      query: z.object({ poses: z.enum(["best", "all"]).optional().meta({ description: "best when absent" }) }),
    }),
  },
  "/receptors/{receptorId}/structure.cif": {
    get: download({
      tag: "receptors",
      id: "receptors-structure-cif",
      summary: "The prepared receptor with its hydrogens, as mmCIF",
      type: "chemical/x-mmcif",
      path: z.object({ receptorId: z.string() }),
    }),
  },
  "/receptors/{receptorId}/receptor.pdbqt": {
    get: download({
      tag: "receptors",
      id: "receptors-pdbqt",
      summary: "The prepared receptor as PDBQT, for other docking programs",
      type: "chemical/x-pdbqt",
      path: z.object({ receptorId: z.string() }),
    }),
  },
  "/runs/{runId}/results.csv": {
    get: download({
      tag: "runs",
      id: "runs-results-csv",
      summary: "What a run has computed so far, as CSV",
      type: "text/csv",
      path: z.object({ runId: z.string() }),
    }),
  },
};
