"use client";

import type { ReceptorInspection } from "@qinghao/api/schema";
import { Button, Section, showToast, TextField } from "@qinghao/ui";
import { PoseViewer } from "@qinghao/ui/poses";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useTRPC } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { KeepFields } from "./keep-fields.tsx";
import { PreparationReport } from "./preparation-report.tsx";
import {
  boxOf,
  givenSource,
  nameOf,
  type ReceptorDraft,
  referenceOf,
  type StructureSource,
  selectionOf,
  startDraft,
} from "./receptor-draft.ts";
import { SiteFields } from "./site-fields.tsx";
import { TargetField } from "./target-field.tsx";
import { useInspection } from "./use-inspection.ts";
import { usePockets } from "./use-pockets.ts";

type Props = {
  projectId: string;
  source: StructureSource;
  /** The file as the rules would prepare it. */
  whole: ReceptorInspection;
  target: string | null;
};

/** The choices beside a picture of what they make; the server prepares the structure again with each of them. */
export function NewReceptorForm({ projectId, source, whole, target }: Props) {
  const t = useTranslations("receptors");
  const trpc = useTRPC();
  const router = useRouter();
  const [draft, setDraft] = useState(() => startDraft(whole, target));
  const change = (part: Partial<ReceptorDraft>) => setDraft((before) => ({ ...before, ...part }));
  const found = useInspection(source, draft);
  const now = found.data ?? whole;
  const search = usePockets(source, draft);
  const box = boxOf(draft, now, search.pockets ?? []);
  const name = draft.name ?? nameOf(source);
  const receptor = useMemo(() => ({ text: now.structure, format: "cif" as const }), [now.structure]);
  const drawnBox = useSteady(box);
  const register = useMutation(
    trpc.receptors.register.mutationOptions({
      onSuccess: ({ id }) => {
        showToast({ title: t("registered"), tone: "success" });
        router.push(`/p/${projectId}/receptors/${id}`);
      },
    }),
  );
  const send = () => {
    const reference = referenceOf(draft);
    register.mutate({
      ...{ projectId, name, selection: selectionOf(draft), ...givenSource(source) },
      ...(box === null ? {} : { box }),
      ...(reference === undefined ? {} : { reference }),
      ...(draft.target === null ? {} : { target: draft.target }),
    });
  };
  return (
    <div className="flex gap-8 max-lg:flex-col">
      <div className="flex min-w-0 flex-1 flex-col">
        <PoseViewer
          receptor={receptor}
          poses={[]}
          shown={null}
          onShow={() => {}}
          contacts={[]}
          pocket={[]}
          reference={now.reference?.molblock ?? null}
          box={drawnBox}
          description={t(found.isFetching ? "preparing" : "preview", { atoms: now.atoms })}
          className="h-[28rem]"
        />
        {found.isError && <FailureState error={found.error} />}
        <Section title={t("report.title")} className="mt-4">
          <PreparationReport report={now.report} />
        </Section>
      </div>
      <div className="flex w-96 shrink-0 flex-col max-lg:w-full">
        <Section title={t("what")}>
          <TextField label={t("name")} value={name} onChange={(typed) => change({ name: typed })} maxLength={200} />
          <TargetField projectId={projectId} value={draft.target} onChange={(id) => change({ target: id })} />
        </Section>
        <Section title={t("site.title")}>
          <SiteFields ligands={now.ligands} search={search} draft={draft} box={box} onChange={change} />
        </Section>
        {whole.report !== null && (
          <Section title={t("keep.title")}>
            <KeepFields whole={whole.report} draft={draft} onChange={change} />
          </Section>
        )}
        <div className="flex flex-col gap-3 border-t py-5">
          {register.isError && <FailureState error={register.error} />}
          <Button
            look="primary"
            isDisabled={name.trim() === "" || box === null || found.isError}
            isPending={register.isPending}
            onPress={send}
            className="self-start"
          >
            {t("register")}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** The same object as long as its numbers are the same, so that the picture is not drawn anew. */
function useSteady<T>(value: T): T {
  const text = JSON.stringify(value);
  return useMemo(() => JSON.parse(text) as T, [text]);
}
