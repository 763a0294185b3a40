export type Language = "en" | "zh";

/** `--lang`, else the locale variables in POSIX order, else English. `--lang auto`, which concerns texts, decides nothing. */
export function languageOf(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const at = argv.indexOf("--lang");
  const given = at >= 0 ? argv[at + 1] : argv.find((part) => part.startsWith("--lang="))?.slice("--lang=".length);
  const wish =
    given && given !== "auto"
      ? given
      : [env.LC_ALL, env.LC_MESSAGES, env.LANG].find((value) => value !== undefined && value !== "");
  return wish?.toLowerCase().startsWith("zh") ? "zh" : "en";
}

/** The same in both languages. */
export type Sentence = Readonly<Record<Language, string>>;

/** Picks the sentence of the language. */
export const say = (language: Language, text: Sentence): string => text[language];
