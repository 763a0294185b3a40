"use client";

import { Button, CopyButton, ErrorState, Notice, TextField, Time } from "@qinghao/ui";
import { useMutation } from "@tanstack/react-query";
import { PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useQueryState } from "../../../address/use-query-state.ts";
import { useTRPC } from "../../../trpc/client.ts";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { useReviewScope } from "./review-context.ts";

/** Who signed what, and signing. Two different people put a version in force. */
export function SignPanel() {
  const t = useTranslations("trials.signing");
  const [, change] = useQueryState();
  const { review, isOpen, deeds } = useReviewScope();
  const { version, present } = review;
  const open = present.document.criteria.filter(({ id }) => present.reviews[id] === undefined).length;
  const errors = version.findings.filter(({ severity }) => severity === "error").length;
  const left = version.signaturesNeeded - version.signOffs.length;
  return (
    <div className="flex max-w-xl flex-col gap-5 overflow-y-auto pb-10">
      <p className="text-sm text-ink-2">{t("help", { needed: version.signaturesNeeded })}</p>
      <div className="flex flex-col gap-1 text-sm">
        <span className="text-xs text-ink-3">{t("whatIsSigned")}</span>
        <span className="flex items-center gap-1">
          <code className="min-w-0 font-mono text-xs break-all text-ink">{version.hash}</code>
          <CopyButton text={version.hash} label={t("copyHash")} />
        </span>
      </div>
      <section className="flex flex-col gap-2" aria-label={t("signed")}>
        <h2 className="text-sm font-medium">{t("signed")}</h2>
        {version.signOffs.length === 0 ? (
          <p className="text-sm text-ink-3">{t("nobody")}</p>
        ) : (
          <ol className="flex flex-col">
            {version.signOffs.map(({ person, at }) => (
              <li key={person} className="flex items-center gap-2 border-b py-2 text-sm last:border-b-0">
                <PenLine aria-hidden size={14} className="shrink-0 text-accent" />
                <span className="font-medium">{person}</span>
                <span className="ml-auto text-ink-3">
                  <Time at={at} withSeconds />
                </span>
              </li>
            ))}
          </ol>
        )}
      </section>
      {version.state === "signed" && <Notice>{t("inForce", { version: version.version })}</Notice>}
      {version.state === "superseded" && <Notice>{t("superseded", { version: version.version })}</Notice>}
      {isOpen && open > 0 && (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onPress={() => change({ tab: null, show: "unreviewed" })}>
              {t("showOpen")}
            </Button>
          }
        >
          {t("open", { count: open })}
        </Notice>
      )}
      {isOpen && errors > 0 && (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onPress={() => change({ tab: "findings" })}>
              {t("showFindings")}
            </Button>
          }
        >
          {t("errors", { count: errors })}
        </Notice>
      )}
      {isOpen && <SignForm key={version.signOffs.length} isReady={open === 0} left={left} first={deeds.person} />}
    </div>
  );
}

function SignForm({ isReady, left, first }: { isReady: boolean; left: number; first: string }) {
  const t = useTranslations("trials.signing");
  const trpc = useTRPC();
  const { review } = useReviewScope();
  const { version, state } = review;
  const signed = version.signOffs.map((one) => one.person);
  const [person, setPerson] = useState(signed.includes(first) ? "" : first);
  const signing = useMutation(trpc.trials.criteria.sign.mutationOptions({ onSuccess: review.replace }));
  const isTwice = signed.includes(person.trim());
  const canSign = isReady && state === "saved" && person.trim() !== "" && !isTwice;
  const sign = () =>
    canSign &&
    signing.mutate({
      versionId: version.id,
      revision: version.revision,
      person: person.trim(),
      hash: version.hash,
    });
  return (
    <section className="flex flex-col gap-3 border-t pt-4" aria-label={t("yours")}>
      <TextField
        label={t("name")}
        description={t("nameHelp", { left })}
        value={person}
        onChange={setPerson}
        error={isTwice ? t("twice", { person: person.trim() }) : undefined}
        isDisabled={!isReady}
      />
      <div>
        <Button look="primary" isDisabled={!canSign} isPending={signing.isPending} onPress={sign}>
          {t("sign", { version: version.version })}
        </Button>
      </div>
      {state !== "saved" && state !== "conflict" && state !== "failed" && (
        <p className="text-sm text-ink-3">{t("saving")}</p>
      )}
      {signing.isError && <FailureState error={signing.error} />}
      {(state === "conflict" || state === "failed") && <ErrorState title={t("unsaved")} />}
    </section>
  );
}
