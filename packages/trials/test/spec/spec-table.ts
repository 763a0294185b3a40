import type { PatientRecord } from "@qinghao/clinical";
import type { Truth } from "@qinghao/kernel";
import type { Tree } from "../../src/criteria/tree.schema.ts";

/** One record, what the criterion says of it, and why. */
export type SpecRow = { readonly record: PatientRecord; readonly is: Truth; readonly because: string };

/** What a criterion means, as cases that every engine must agree on at the index date of `record-builder.ts`. */
export type SpecTable = { readonly name: string; readonly criterion: Tree; readonly rows: readonly SpecRow[] };
