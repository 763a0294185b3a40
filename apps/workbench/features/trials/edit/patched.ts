/** The value with some fields set; a field that is undefined is taken out, so that equal trees stay equal. */
export function patched<T extends object>(value: T, changes: Partial<T>): T {
  const merged = { ...value } as Record<string, unknown>;
  for (const [key, change] of Object.entries(changes)) {
    if (change === undefined) delete merged[key];
    else merged[key] = change;
  }
  return merged as unknown as T;
}
