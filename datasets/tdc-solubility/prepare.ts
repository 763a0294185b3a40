import { verifyDataset } from "../verify-dataset.ts";

// node datasets/tdc-solubility/prepare.ts FOLDER: checks a copy of the data against dataset.json before it is trained on.
await verifyDataset(new URL("./dataset.json", import.meta.url), process.argv[2]);
