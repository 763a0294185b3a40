import { Command, InvalidArgumentError, Option } from "commander";
import type { Io } from "../io.ts";
import { jsonOption } from "../options.ts";

const weightsOption = () => new Option("--weights <folder>", "weights to use instead of the ones that come along");
const dataOption = () =>
  new Option("--data <folder>", "the TDC ADMET benchmark group (tdc_admet_group)").makeOptionMandatory();

export type ModelsOptions = { weights?: string; json?: true };
export type TrainModelOptions = {
  data: string;
  output: string;
  seeds: number[];
  version: string;
  withPeer?: true;
  peer?: string;
  json?: true;
};
export type ValidateModelOptions = ModelsOptions & { data: string };

/** `qinghao models list|show|train|validate`: the models on this computer. */
export function modelsCommand(io: Io): Command {
  const models = new Command("models").description("what can be predicted here, and how well");
  models
    .command("list")
    .description("every endpoint, its version and its error on the test set")
    .addOption(weightsOption())
    .addOption(jsonOption())
    .action(async (options: ModelsOptions) => (await import("./show-models.ts")).listModels(io, options));
  models
    .command("show <endpoint>")
    .description("one model: data, split, seeds, measured quality, licence")
    .addOption(weightsOption())
    .addOption(jsonOption())
    .action(async (id: string, options: ModelsOptions) =>
      (await import("./show-models.ts")).showModel(io, id, options),
    );
  models
    .command("train <endpoint>")
    .description("train a model from its data set and write weights and manifest")
    .addOption(dataOption())
    .requiredOption("-o, --output <folder>", "the weights folder to write into")
    .option("--seeds <list>", "comma-separated", parseSeeds, [1, 2, 3, 4, 5])
    .option("--version <name>", "version of the model", "1")
    .option(
      "--with-peer",
      "measure LightGBM on the same files too (python3 or QINGHAO_PYTHON, with rdkit and lightgbm)",
    )
    .addOption(
      new Option("--peer <file>", "take the peer's figure from what its program printed").conflicts("withPeer"),
    )
    .addOption(jsonOption())
    .action(async (id: string, options: TrainModelOptions) =>
      (await import("./train-model.ts")).trainModel(io, id, options),
    );
  models
    .command("validate [endpoint]")
    .description("score the weights on the test set again and compare with the manifest")
    .addOption(dataOption())
    .addOption(weightsOption())
    .addOption(jsonOption())
    .action(async (id: string | undefined, options: ValidateModelOptions) =>
      (await import("./validate-model.ts")).validateModels(io, id, options),
    );
  return models;
}

function parseSeeds(text: string): number[] {
  const seeds = text.split(",").map(Number);
  if (seeds.some((seed) => !Number.isInteger(seed) || seed < 0)) {
    throw new InvalidArgumentError("expected whole numbers such as 1,2,3.");
  }
  return seeds;
}
