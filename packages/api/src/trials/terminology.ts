import { type Terminology, terminologyOf } from "@qinghao/trials";
import type { Services } from "../services.ts";
import { lazilyBy } from "./lazily-by.ts";

const ofKnowledge = lazilyBy(terminologyOf);

/** The terminology of the shipped knowledge, sets worked out once. Errors: `api.knowledge.missing`. */
export const terminologyFor = async (services: Services): Promise<Terminology> =>
  ofKnowledge(await services.knowledge.shipped());
