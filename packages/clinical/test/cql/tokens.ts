import { Invalid } from "./values.ts";

export type Token = {
  readonly kind: "number" | "string" | "moment" | "word" | "symbol";
  readonly text: string;
};

const PATTERN =
  /\s+|(@T?[\dTZ:.+-]+)|(\d+(?:\.\d+)?L?)|'((?:[^'\\]|\\.)*)'|([A-Za-z_]\w*)|(!=|<=|>=|[-+*/()[\]{},<>=~.:^&])/gy;

const resolveEscapes = (text: string): string =>
  text.replace(/\\(?:u([\da-fA-F]{4})|(.))/g, (_, code: string | undefined, char: string) =>
    code === undefined ? char : String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Cuts an expression into tokens. */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  while (PATTERN.lastIndex < text.length) {
    const match = PATTERN.exec(text);
    if (match === null) throw new Invalid(`unreadable: ${text}`);
    const [, moment, number, string, word, symbol] = match;
    if (moment !== undefined) tokens.push({ kind: "moment", text: moment.slice(1) });
    else if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (string !== undefined) tokens.push({ kind: "string", text: resolveEscapes(string) });
    else if (word !== undefined) tokens.push({ kind: "word", text: word });
    else if (symbol !== undefined) tokens.push({ kind: "symbol", text: symbol });
  }
  return tokens;
}
