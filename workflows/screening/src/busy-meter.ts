/** Measures which share of a worker's slots' time is spent on tasks. */
export class BusyMeter {
  readonly #slots: number;
  readonly #now: () => number;
  #running = 0;
  #spentMs = 0;
  #since: number;
  #begun: number;

  constructor(slots: number, now: () => number) {
    this.#slots = slots;
    this.#now = now;
    this.#since = now();
    this.#begun = this.#since;
  }

  /** Counts `work` as a task while it lasts. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#change(1);
    try {
      return await work();
    } finally {
      this.#change(-1);
    }
  }

  /** The share since it was last asked, 0 to 1. */
  take(): number {
    this.#change(0);
    const whole = this.#slots * (this.#since - this.#begun);
    const share = whole > 0 ? Math.min(1, this.#spentMs / whole) : 0;
    this.#spentMs = 0;
    this.#begun = this.#since;
    return share;
  }

  #change(by: number): void {
    const now = this.#now();
    this.#spentMs += this.#running * (now - this.#since);
    this.#since = now;
    this.#running += by;
  }
}
