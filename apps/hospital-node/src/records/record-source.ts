import type { CodeResolver, ReadOutcome } from "@qinghao/clinical";

/** Where a hospital's patients come from. */
export type RecordSource = {
  /** For the log: what kind of source, no patient's part of it. */
  readonly name: string;
  /** Everything that is there now, some patients at a time, read with the site's present mappings. */
  read(resolver: CodeResolver): Iterable<ReadOutcome>;
  /** Changes when what is there does; null where only reading tells. */
  stamp(): Promise<string | null>;
};
