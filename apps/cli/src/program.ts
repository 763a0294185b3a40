import { Command, Option } from "commander";
import manifest from "../package.json" with { type: "json" };
import { benchmarkCommand } from "./benchmark/benchmark.command.ts";
import { campaignsCommand } from "./campaigns/campaigns.command.ts";
import { conceptsCommand } from "./concepts/concepts.command.ts";
import { conformersCommand } from "./conformers/conformers.command.ts";
import { criteriaCommand } from "./criteria/criteria.command.ts";
import { dockCommand } from "./dock/dock.command.ts";
import type { Io } from "./io.ts";
import { jobsCommand } from "./jobs/jobs.command.ts";
import { exportCommand, importCommand } from "./jobs/transfer.commands.ts";
import { libraryCommand } from "./library/library.command.ts";
import { matchCommand } from "./match/match.command.ts";
import { modelsCommand } from "./models/models.command.ts";
import { patientsCommand } from "./patients/patients.command.ts";
import { poseCommand } from "./pose/pose.command.ts";
import { predictCommand } from "./predict/predict.command.ts";
import { projectsCommand } from "./projects/projects.command.ts";
import { receptorsCommand } from "./receptors/receptors.command.ts";
import { searchCommand } from "./search/search.command.ts";
import { trialsCommand } from "./trials/trials.command.ts";

/** Every command. Throws CommanderError instead of ending the process. */
export function buildProgram(io: Io): Command {
  const program = new Command("qinghao")
    .description(
      "Predict properties of molecules, look up concepts, read and evaluate trial criteria here, or work with a Qinghao server",
    )
    .version(manifest.version)
    .addOption(new Option("--lang <language>", "language of messages").choices(["en", "zh"]))
    // What follows a command belongs to it: `concepts link --lang` is the language of the texts, `models train --version`
    // the version of the model.
    .enablePositionalOptions()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    });
  for (const command of [
    predictCommand(io),
    modelsCommand(io),
    libraryCommand(io),
    searchCommand(io),
    conformersCommand(io),
    dockCommand(io),
    poseCommand(io),
    benchmarkCommand(io),
    conceptsCommand(io),
    criteriaCommand(io),
    patientsCommand(io),
    matchCommand(io),
    projectsCommand(io),
    importCommand(io),
    exportCommand(io),
    jobsCommand(io),
    receptorsCommand(io),
    campaignsCommand(io),
    trialsCommand(io),
  ]) {
    program.addCommand(command);
  }
  settle(program, io);
  return program;
}

/** Settings that commander does not hand down to commands made on their own. `--lang` may stand anywhere. */
function settle(command: Command, io: Io): void {
  command.exitOverride().showHelpAfterError("(add --help for what there is)");
  for (const child of command.commands) {
    child.copyInheritedSettings(command);
    if (!child.options.some(({ long }) => long === "--lang")) {
      child.addOption(new Option("--lang <language>", "language of messages").choices(["en", "zh"]).hideHelp());
    }
    settle(child, io);
  }
}
