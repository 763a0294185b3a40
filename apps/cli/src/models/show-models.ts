import { endpoints, type Manifest } from "@qinghao/properties";
import { checkEndpoints } from "../endpoints.ts";
import { type Io, printJson, writeFully } from "../io.ts";
import { weightsFolder } from "../predict/weights.ts";
import { type Language, say } from "../terminal/language.ts";
import { formatTable } from "../terminal/table.ts";
import type { ModelsOptions } from "./models.command.ts";
import { readManifests } from "./read-manifests.ts";

/** `qinghao models list` */
export async function listModels(io: Io, options: ModelsOptions): Promise<void> {
  const manifests = await readManifests(weightsFolder(io, options.weights));
  if (options.json) {
    const models = endpoints.map((declaration) => ({
      ...declaration,
      manifest: manifests.get(declaration.id) ?? null,
    }));
    return printJson(io, { models });
  }
  const rows = endpoints.map(({ id, name, unit }) => {
    const manifest = manifests.get(id);
    const quality = manifest ? [maeText(manifest), percent(manifest.test.ensemble.coverage)] : ["–", "–"];
    return [
      id,
      name[io.language],
      unit,
      manifest?.version ?? say(io.language, { en: "no weights", zh: "无权重" }),
      ...quality,
    ];
  });
  const head = say(io.language, {
    en: "endpoint,property,unit,version,test MAE (95 % interval),coverage of the 90 % interval",
    zh: "终点,性质,单位,版本,测试集 MAE（95% 区间）,90% 区间覆盖率",
  });
  await writeFully(io.stdout, formatTable(head.split(","), rows));
}

/** `qinghao models show` */
export async function showModel(io: Io, id: string, options: ModelsOptions): Promise<void> {
  const [endpoint] = checkEndpoints([id]);
  const declaration = endpoints.find((one) => one.id === endpoint)!;
  const manifest = (await readManifests(weightsFolder(io, options.weights))).get(declaration.id) ?? null;
  if (options.json) return printJson(io, { ...declaration, manifest });
  const { name, description, unit, plausible, evidence } = declaration;
  const facts = [
    ["endpoint", declaration.id],
    ["property", `${name[io.language]}. ${description[io.language]}`],
    ["unit", unit],
    ["plausible", `${plausible[0]} to ${plausible[1]}`],
    ["data", `${evidence.dataset}, ${evidence.split[io.language]}`],
    ["citation", evidence.citation],
    ["data licence", evidence.licence[io.language]],
    ...(manifest === null ? [["weights", "none here"]] : manifestFacts(manifest, io.language)),
  ];
  const [first = [], ...rest] = facts;
  await writeFully(io.stdout, formatTable(first, rest));
}

function manifestFacts(manifest: Manifest, language: Language): string[][] {
  const { dataset, model, test, interval, domain, selection, peer } = manifest;
  const { ensemble } = test;
  return [
    ["version", `${manifest.version}, trained ${manifest.created} at commit ${manifest.commit}`],
    ["rows", `${dataset.trainRows} to train, ${dataset.testRows} to test`],
    ["data sha256", `${dataset.sha256.trainVal} (train), ${dataset.sha256.test} (test)`],
    ["seeds", model.seeds.join(", ")],
    [
      "test MAE",
      `${test.meanMae.toFixed(3)} ± ${test.sdMae.toFixed(3)} (mean of ${test.perSeed.length} seeds); shipped model ${maeText(manifest)}`,
    ],
    ["RMSE, R², Spearman", [ensemble.rmse, ensemble.r2, ensemble.spearman].map((value) => value.toFixed(3)).join(", ")],
    [
      "interval",
      `${percent(interval.level)} aimed at, ${percent(ensemble.coverage)} measured. ${interval.method[language]}`,
    ],
    ["domain", domain.method[language]],
    ["selection", selection.method[language]],
    ...(peer === null
      ? []
      : [
          [
            "peer",
            `${peer.name} ${peer.version}: ${peer.meanMae.toFixed(3)} ± ${peer.sdMae.toFixed(3)} (${peer.features[language]}), measured ${peer.date} by ${peer.command}`,
          ],
        ]),
    ["licence", manifest.licence[language]],
    ["made by", manifest.command],
  ];
}

export const maeText = ({ test }: Manifest): string => {
  const { value, lo, hi } = test.ensemble.mae;
  return `${value.toFixed(3)} (${lo.toFixed(3)} to ${hi.toFixed(3)})`;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
