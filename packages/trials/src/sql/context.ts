import type { Terminology } from "../terminology.ts";
import type { ConceptDictionary } from "./dictionary.ts";
import type { Dialect } from "./tables.ts";

/** What a criterion is compiled against. */
export type CompileContext = {
  readonly terminology: Terminology;
  readonly dictionary: Pick<ConceptDictionary, "find" | "withPrefix">;
  readonly dialect: Dialect;
  /** The index date, days since 1970-01-01. */
  readonly asOf: number;
};
