/** Running time that is left of a budget; it stands still while paused. Workflow time is deterministic. */
export class RunningTime {
  private runningSince: number | null;
  private spentMs = 0;
  private readonly budgetMs: number | null;

  constructor(budgetMs: number | null, isPaused: boolean) {
    this.budgetMs = budgetMs;
    this.runningSince = isPaused ? null : Date.now();
  }

  pause(): void {
    this.spentMs = this.spent();
    this.runningSince = null;
  }

  resume(): void {
    this.runningSince ??= Date.now();
  }

  /** Null for no limit. */
  msLeft(): number | null {
    return this.budgetMs === null ? null : Math.max(0, this.budgetMs - this.spent());
  }

  private spent(): number {
    return this.spentMs + (this.runningSince === null ? 0 : Date.now() - this.runningSince);
  }
}
