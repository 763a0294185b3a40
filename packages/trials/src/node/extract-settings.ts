/** How much of the machine DuckDB may use. */
export type ExtractOptions = {
  /** Default 2. */
  readonly threads?: number;
  /** Default 4 GiB. */
  readonly memoryLimitMiB?: number;
  /** A folder for what does not fit into memory; default beside the file. */
  readonly spillFolder?: string;
};

// The largest dense table for grouping by patient, as a power of two: 16 million patients.
const DENSE_GROUP_BITS = 24;

export const settingsOf = (options: ExtractOptions): Record<string, string> => ({
  threads: String(options.threads ?? 2),
  memory_limit: `${options.memoryLimitMiB ?? 4096}MiB`,
  perfect_ht_threshold: String(DENSE_GROUP_BITS),
  preserve_insertion_order: "false",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
  ...(options.spillFolder === undefined ? {} : { temp_directory: options.spillFolder }),
});
