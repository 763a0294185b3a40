import { isQinghaoError, type QinghaoError } from "@qinghao/kernel";

export type Line = {
  /** 1-based */
  number: number;
  /** Without its line end. The first 1,000 characters where it is too long. */
  text: string;
  tooLong: boolean;
};

/** Cuts text into lines at \n, \r\n or \r, whatever the chunks, holding no more than `limit` characters. */
export async function* readLines(
  source: AsyncIterable<string | QinghaoError>,
  limit: number,
): AsyncGenerator<Line[] | QinghaoError> {
  const cutter = new LineCutter(limit);
  for await (const chunk of source) {
    if (isQinghaoError(chunk)) {
      // A line that was cut short could pass for a shorter molecule, so it is left out.
      yield chunk;
      return;
    }
    const lines = cutter.push(chunk);
    if (lines.length > 0) yield lines;
  }
  yield cutter.finish();
}

const KEPT_OF_LONG_LINE = 1000;

class LineCutter {
  readonly #limit: number;
  #rest = "";
  #tooLong = false;
  #afterReturn = false;
  #number = 1;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: string): Line[] {
    const lines: Line[] = [];
    let from = 0;
    if (this.#afterReturn && chunk.length > 0) {
      this.#afterReturn = false;
      if (chunk[0] === "\n") from = 1;
    }
    const ends = /\r\n|\n|\r/g;
    ends.lastIndex = from;
    for (let end = ends.exec(chunk); end !== null; end = ends.exec(chunk)) {
      this.#append(chunk.slice(from, end.index));
      lines.push(this.#take());
      from = ends.lastIndex;
    }
    this.#append(chunk.slice(from));
    this.#afterReturn = chunk.endsWith("\r");
    return lines;
  }

  finish(): Line[] {
    return this.#rest === "" ? [] : [this.#take()];
  }

  #append(piece: string): void {
    if (this.#tooLong) return;
    this.#rest += piece;
    if (this.#rest.length <= this.#limit) return;
    this.#tooLong = true;
    this.#rest = this.#rest.slice(0, KEPT_OF_LONG_LINE);
  }

  #take(): Line {
    const line = { number: this.#number++, text: this.#rest, tooLong: this.#tooLong };
    this.#rest = "";
    this.#tooLong = false;
    return line;
  }
}
