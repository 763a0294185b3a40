import type { SourceInfo } from "@qinghao/knowledge";

/** Collects every source that an answer names, once each, in the order of their titles. */
export class SourceSet {
  readonly #found = new Map<string, SourceInfo>();

  /** Notes the source and answers its id. */
  add(source: SourceInfo): string {
    if (!this.#found.has(source.id)) this.#found.set(source.id, source);
    return source.id;
  }
  list(): SourceInfo[] {
    return [...this.#found.values()].sort((a, b) => a.title.localeCompare(b.title, "en"));
  }
}
