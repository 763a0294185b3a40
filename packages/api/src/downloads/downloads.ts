import { utf8ByteOrderMark } from "@qinghao/chemistry";
import {
  getCampaign,
  getImport,
  getProject,
  getReceptor,
  getRun,
  listProjectKnowledge,
  preparedKey,
} from "@qinghao/db";
import { loadReceptor, writeMmcif, writePdbqtReceptor } from "@qinghao/docking/formats";
import {
  campaignIdSchema,
  importIdSchema,
  projectIdSchema,
  receptorIdSchema,
  runIdSchema,
  searchIdSchema,
} from "@qinghao/kernel";
import { type Knowledge, writeEntryTable } from "@qinghao/knowledge";
import { endpoints } from "@qinghao/properties";
import type { RequestContext } from "../context.ts";
import { respondStream } from "../http/respond.ts";
import { expandInput } from "../schema.ts";
import { exportColumns } from "./compound-columns.ts";
import { exportCsv } from "./export-csv.ts";
import { exportSdf } from "./export-sdf.ts";
import { hitsCsv } from "./hits-csv.ts";
import { hitsSdf } from "./hits-sdf.ts";
import { codesTsv, namesTsv, relationsTsv } from "./knowledge-tables.ts";
import { rangeQuery } from "./range-query.ts";
import { rejectsCsv } from "./rejects-csv.ts";
import { resultsCsv } from "./results-csv.ts";

type Download = {
  path: RegExp;
  answer(
    id: string,
    query: URLSearchParams,
    ctx: RequestContext,
  ): Promise<{ pieces: AsyncIterable<string | Uint8Array>; file: { name: string; type: string } }>;
};

const csv = "text/csv";
const tsv = "text/tab-separated-values";
const sdf = "chemical/x-mdl-sdfile";
const cif = "chemical/x-mmcif";
const pdbqt = "chemical/x-pdbqt";

const projectExport = (kind: "csv" | "sdf"): Download => ({
  path: new RegExp(`^/projects/([^/]+)/export\\.${kind}$`),
  async answer(id, query, ctx) {
    const project = await getProject(ctx.db, projectIdSchema.parse(id));
    const projectId = projectIdSchema.parse(project.id);
    const search = query.get("search");
    const ranges = rangeQuery(query);
    const filter = {
      ...(search ? { searchId: searchIdSchema.parse(search) } : {}),
      ...(query.get("text") ? { text: query.get("text")! } : {}),
      ...(ranges.length > 0 ? { ranges } : {}),
    };
    const columns = exportColumns(query.get("columns"), endpoints, ctx.locale);
    const write = kind === "csv" ? exportCsv : exportSdf;
    return {
      pieces: write(ctx, projectId, filter, columns),
      file: { name: `${project.name}.${kind}`, type: kind === "csv" ? csv : sdf },
    };
  },
});

const conceptTable = (
  table: string,
  write: (knowledge: Knowledge, id: string, query: URLSearchParams) => AsyncIterable<string>,
): Download => ({
  path: new RegExp(`^/knowledge/concepts/([^/]+)/${table}\\.tsv$`),
  async answer(id, query, ctx) {
    const projectId = projectIdSchema.optional().parse(query.get("projectId") ?? undefined);
    const knowledge = await ctx.knowledge.seenBy(projectId);
    const pieces = await begun(write(knowledge, id, query));
    return { pieces, file: { name: `${id.replace(/[:/]+/g, "-")}-${table}.tsv`, type: tsv } };
  },
});

const downloads: readonly Download[] = [
  projectExport("csv"),
  projectExport("sdf"),
  {
    path: /^\/imports\/([^/]+)\/rejects\.csv$/,
    async answer(id, _query, ctx) {
      const found = await getImport(ctx.db, importIdSchema.parse(id));
      return {
        pieces: rejectsCsv(ctx, importIdSchema.parse(found.id), ctx.locale),
        file: { name: `${found.fileName}-rejects.csv`, type: csv },
      };
    },
  },
  {
    path: /^\/runs\/([^/]+)\/results\.csv$/,
    async answer(id, _query, ctx) {
      const run = await getRun(ctx.db, runIdSchema.parse(id));
      return { pieces: resultsCsv(ctx, run), file: { name: `${run.id}.csv`, type: csv } };
    },
  },
  {
    path: /^\/campaigns\/([^/]+)\/hits\.csv$/,
    async answer(id, _query, ctx) {
      const campaign = await getCampaign(ctx.db, campaignIdSchema.parse(id));
      return { pieces: hitsCsv(ctx, campaign), file: { name: `${campaign.name}-hits.csv`, type: csv } };
    },
  },
  {
    path: /^\/campaigns\/([^/]+)\/hits\.sdf$/,
    async answer(id, query, ctx) {
      const campaign = await getCampaign(ctx.db, campaignIdSchema.parse(id));
      const pieces = hitsSdf(ctx, campaign, query.get("poses") === "all");
      return { pieces, file: { name: `${campaign.name}-hits.sdf`, type: sdf } };
    },
  },
  {
    path: /^\/receptors\/([^/]+)\/structure\.cif$/,
    async answer(id, _query, ctx) {
      const found = await getReceptor(ctx.db, receptorIdSchema.parse(id));
      const structure = writeMmcif(await loadReceptor(ctx.artifacts, preparedKey(found.id)));
      return { pieces: whole(structure), file: { name: `${found.name}.cif`, type: cif } };
    },
  },
  {
    path: /^\/receptors\/([^/]+)\/receptor\.pdbqt$/,
    async answer(id, _query, ctx) {
      const found = await getReceptor(ctx.db, receptorIdSchema.parse(id));
      const receptor = await loadReceptor(ctx.artifacts, preparedKey(found.id));
      return { pieces: whole(writePdbqtReceptor(receptor)), file: { name: `${found.name}.pdbqt`, type: pdbqt } };
    },
  },
  {
    path: /^\/projects\/([^/]+)\/knowledge\.tsv$/,
    async answer(id, _query, ctx) {
      const projectId = projectIdSchema.parse(id);
      const project = await getProject(ctx.db, projectId);
      const entries = await listProjectKnowledge(ctx.db, projectId);
      const table = writeEntryTable(entries.map(({ entry }) => entry));
      return { pieces: whole(table), file: { name: `${project.name}-knowledge.tsv`, type: tsv } };
    },
  },
  conceptTable("names", namesTsv),
  conceptTable("relations", relationsTsv),
  conceptTable("codes", (knowledge, id, query) => {
    const { system } = expandInput.pick({ system: true }).parse({ system: query.get("system") ?? undefined });
    return codesTsv(knowledge, id, system);
  }),
];

/** Asks for the first piece before the answer begins, so that an unknown id is answered as such. */
async function begun(pieces: AsyncIterable<string>): Promise<AsyncIterable<string>> {
  const iterator = pieces[Symbol.asyncIterator]();
  const first = await iterator.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  })();
}

/** Answers a streamed download; null when the path is none. */
export async function answerDownload(request: Request, path: string, ctx: RequestContext): Promise<Response | null> {
  if (request.method !== "GET") return null;
  for (const { path: pattern, answer } of downloads) {
    const id = pattern.exec(path)?.[1];
    if (id === undefined) continue;
    const query = new URL(request.url).searchParams;
    const { pieces, file } = await answer(decodeURIComponent(id), query, ctx);
    const body = [csv, tsv].includes(file.type) && query.get("bom") === "1" ? withByteOrderMark(pieces) : pieces;
    return respondStream(body, file, (cause) => ctx.log.error({ err: cause, path }, "a download broke off"));
  }
  return null;
}

async function* whole(text: string): AsyncIterable<string> {
  yield text;
}

async function* withByteOrderMark(pieces: AsyncIterable<string | Uint8Array>): AsyncIterable<string | Uint8Array> {
  yield utf8ByteOrderMark;
  yield* pieces;
}
