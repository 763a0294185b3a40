"use client";

import { Button, EmptyState, Notice, Segmented, Skeleton, TextField } from "@qinghao/ui";
import { saveFile } from "@qinghao/ui/chart";
import { useMutation } from "@tanstack/react-query";
import { Download, Highlighter } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { toCsv } from "../../../export/csv.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useInProject } from "../knowledge-scope.tsx";
import { useAddress } from "../use-address.ts";
import { LinkStart } from "./link-start.tsx";
import { linkCsvHeader, linkRows, linkTexts, mostLines, type ReadMention } from "./link-texts.ts";
import { MentionInspector } from "./mention-inspector.tsx";
import { MentionText } from "./mention-text.tsx";

const languages = ["auto", "en", "zh"] as const;
const draftPlace = "qinghao-link-draft";

/** A text in, concepts out: marked in place, open to correction, exported with names. */
export function LinkPanel() {
  const t = useTranslations("knowledge.link");
  const inProject = useInProject();
  const [address, change] = useAddress();
  const lang = languages.find((one) => one === address.get("lang")) ?? "auto";
  const [text, setText] = useState(() => sessionStorage.getItem(draftPlace) ?? "");
  const [read, setRead] = useState<{ lines: string[]; mentions: ReadMention[] } | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  useEffect(() => sessionStorage.setItem(draftPlace, text), [text]);

  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const linking = useMutation({
    mutationFn: async (wanted: string[]) => ({
      lines: wanted,
      mentions: await linkTexts(wanted, lang, inProject, AbortSignal.timeout(60_000)),
    }),
    onSuccess: (answer) => {
      setRead(answer);
      setSelected(null);
    },
  });
  const isTooLong = lines.length > mostLines;
  const start = (wanted: string[]) => wanted.length > 0 && linking.mutate(wanted);
  const mention = read?.mentions.find(({ key }) => key === selected);
  const choose = (key: string, chosen: ReadMention["chosen"]) =>
    setRead(
      (now) => now && { ...now, mentions: now.mentions.map((one) => (one.key === key ? { ...one, chosen } : one)) },
    );
  return (
    <div className="flex min-h-0 gap-6">
      <div className="flex min-w-0 flex-1 flex-col gap-4">
        <div data-print="hidden" className="flex max-w-4xl flex-col gap-2">
          <TextField
            label={t("text")}
            description={t("textHelp")}
            rows={read === null ? 7 : 4}
            value={text}
            onChange={setText}
            error={isTooLong ? t("tooLong", { most: mostLines, count: lines.length }) : undefined}
          />
          <div className="flex flex-wrap items-center gap-2">
            <Button
              look="primary"
              icon={<Highlighter aria-hidden size={16} />}
              isDisabled={lines.length === 0 || isTooLong}
              isPending={linking.isPending}
              onPress={() => start(lines)}
            >
              {t("start")}
            </Button>
            <Segmented
              label={t("language")}
              value={lang}
              onChange={(next) => change({ lang: next === "auto" ? null : next }, "replace")}
              options={languages.map((id) => ({ id, label: t(`languageName.${id}`) }))}
            />
            {read !== null && read.mentions.length > 0 && (
              <Button
                icon={<Download aria-hidden size={16} />}
                onPress={() =>
                  saveFile("concepts.csv", "text/csv", toCsv(linkCsvHeader, linkRows(read.lines, read.mentions)))
                }
              >
                {t("export")}
              </Button>
            )}
          </div>
        </div>
        {linking.isError && <FailureState error={linking.error} onRetry={() => start(lines)} />}
        {linking.isPending && read === null && <Skeleton className="h-32 w-full max-w-4xl" />}
        {read === null && !linking.isPending && (
          <LinkStart
            onExample={(example) => {
              setText(example);
              start(example.split("\n"));
            }}
          />
        )}
        {read !== null && (
          <div className="flex max-w-4xl flex-col gap-3">
            <Counts mentions={read.mentions} />
            {read.mentions.length === 0 ? (
              <EmptyState title={t("nothing")}>{t("nothingAdvice")}</EmptyState>
            ) : (
              <MentionText
                lines={read.lines}
                mentions={read.mentions}
                selected={selected}
                onSelect={(key) => setSelected(key === selected ? null : key)}
              />
            )}
            <Notice>{t("drafted")}</Notice>
          </div>
        )}
      </div>
      {mention !== undefined && read !== null && (
        <MentionInspector
          key={mention.key}
          mention={mention}
          written={read.lines[mention.line]?.slice(mention.start, mention.end) ?? mention.matched}
          onChoose={(chosen) => choose(mention.key, chosen)}
          onClose={() => setSelected(null)}
        />
      )}
    </div>
  );
}

function Counts({ mentions }: { mentions: readonly ReadMention[] }) {
  const t = useTranslations("knowledge.link");
  const linked = mentions.filter(({ concept, chosen }) => (chosen === undefined ? concept : chosen) !== null).length;
  const doubtful = mentions.filter((one) => one.chosen === undefined && one.candidates.length > 1).length;
  const corrected = mentions.filter(({ chosen }) => chosen !== undefined).length;
  return (
    <p role="status" className="numeric text-sm text-ink-2">
      {t("counts", { mentions: mentions.length, linked, doubtful, corrected })}
    </p>
  );
}
