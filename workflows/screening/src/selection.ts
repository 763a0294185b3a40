import type { StageSelection } from "@qinghao/db/campaign-schema";
import { campaignErrors } from "./errors.ts";

export type ActiveLearning = Extract<StageSelection, { kind: "active-learning" }>;

/** How a stage chooses what it scores; null where it scores every ligand. */
export const activeLearningOf = ({ selection }: { selection?: StageSelection | undefined }): ActiveLearning | null =>
  selection?.kind === "active-learning" ? selection : null;

const [fewest, most] = [2, 50];

/**
 * Throws `campaign.selection.method` where the method scores every ligand, `campaign.selection.fraction` and
 * `campaign.selection.batches` where a number cannot be used.
 */
export function checkSelection(
  stage: { method: string; selection?: StageSelection | undefined },
  { learnable = false }: { learnable?: boolean },
): void {
  const learning = activeLearningOf(stage);
  if (learning === null) return;
  const { fraction, batches } = learning;
  if (!learnable) throw campaignErrors.create("selection.method", { method: stage.method });
  if (!(fraction > 0 && fraction < 1)) throw campaignErrors.create("selection.fraction", { fraction });
  if (!(Number.isInteger(batches) && batches >= fewest && batches <= most))
    throw campaignErrors.create("selection.batches", { batches, fewest, most });
}
