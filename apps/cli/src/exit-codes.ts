/** Exit codes that scripts rely on. */
export const exitCodes = {
  /** The file was processed, the command did what it was asked. */
  done: 0,
  /** It failed for a reason that is neither the caller's nor the input's: no server, no space, broken off. */
  failed: 1,
  /** The command line itself is wrong. */
  misuse: 2,
  /** Nothing of the input could be read. */
  unreadable: 3,
  /** Stopped by Ctrl-C. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** A failure that knows with which code the program ends. */
export class ExitError extends Error {
  readonly exitCode: ExitCode;
  constructor(exitCode: ExitCode, cause: Error) {
    super(cause.message, { cause });
    this.exitCode = exitCode;
  }
}
