// `npm run setup:tensorflow [-- --gpu]`: native TensorFlow for this user, in the cache, outside the project.
import { reportFailure, SetupError, say } from "./report.mjs";
import { setUpTensorflow } from "./tensorflow/set-up.mjs";

const help = `Sets up native TensorFlow as an accelerator for predictions and training.

  npm run setup:tensorflow              for the processor (download 230 MB, on disk 480 MB)
  npm run setup:tensorflow -- --gpu     for an NVIDIA GPU with CUDA 12 (download 2.3 GB, on disk 3.6 GB)

  --force   builds it again although it is there
  --help    prints this

Everything goes to $XDG_CACHE_HOME/qinghao/tensorflow (or ~/.cache/qinghao/tensorflow); remove the folder to undo it.
Exit code 0: ready; 1: something failed; 2: wrong options; 3: this machine cannot have it, and why.`;

const options = process.argv.slice(2);
const unknown = options.find((option) => !["--gpu", "--force", "--help"].includes(option));
if (unknown !== undefined) {
  console.error(`Unknown option ${unknown}\n\n${help}`);
  process.exitCode = 2;
} else if (options.includes("--help")) say(help);
else {
  try {
    await setUpTensorflow({ gpu: options.includes("--gpu"), force: options.includes("--force") });
  } catch (error) {
    reportFailure(error);
    if (error instanceof SetupError && error.impossible === true) process.exitCode = 3;
  }
}
