export type Lazy<T> = {
  (): Promise<T>;
  /** What is open, without opening it. */
  readonly opened: Promise<T> | null;
};

/** Opens on first use and keeps the result; a failure is forgotten, so that the next use tries again. */
export function lazily<T>(open: () => Promise<T>): Lazy<T> {
  let opened: Promise<T> | null = null;
  const get = () => {
    if (opened === null) {
      const attempt = open();
      opened = attempt;
      attempt.catch(() => {
        if (opened === attempt) opened = null;
      });
    }
    return opened;
  };
  return Object.defineProperty(get, "opened", { get: () => opened }) as Lazy<T>;
}
