"use client";

import type { Accelerator } from "@qinghao/api/schema";
import { Button, Checkbox, RadioGroup, SideSheet } from "@qinghao/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ScopeChoice, scopeOf } from "../../compound-filter/run-scope.ts";
import { isFiltered, type TableState } from "../../compound-filter/table-state.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import type { EndpointLabel } from "../../trpc/use-endpoints.ts";

export type PredictSheetProps = {
  readonly projectId: string;
  readonly endpoints: readonly EndpointLabel[];
  readonly state: TableState;
  readonly selected: ReadonlySet<string>;
  /** Compounds that pass the filter. */
  readonly shown: number;
  readonly onClose: () => void;
  readonly onStarted: (runId: string) => void;
};

/** What to predict, for which compounds and on which machine. Mounted when it opens, so that it starts from what is selected. */
export function PredictSheet(props: PredictSheetProps) {
  const { projectId, endpoints, state, selected, shown, onClose, onStarted } = props;
  const t = useTranslations("compounds.predict");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const isNarrowed = isFiltered(state);
  const [choice, setChoice] = useState<ScopeChoice>(selected.size > 0 ? "selected" : isNarrowed ? "filter" : "all");
  const [accelerator, setAccelerator] = useState<Accelerator>("auto");
  const available = endpoints.filter((endpoint) => endpoint.isAvailable);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(available.map(({ id }) => id)));

  const start = useMutation({
    mutationFn: () => {
      const scope = scopeOf(choice, state, selected);
      return client.runs.start.mutate({ projectId, endpoints: [...chosen], scope, accelerator });
    },
    onSuccess: (run) => {
      void queries.invalidateQueries(trpc.runs.pathFilter());
      onStarted(run.id);
      onClose();
    },
  });

  const count =
    choice === "selected"
      ? selected.size
      : choice === "missing"
        ? null
        : choice === "filter" || !isNarrowed
          ? shown
          : null;
  return (
    <SideSheet
      isOpen
      onClose={onClose}
      title={t("title")}
      actions={
        <>
          <Button look="quiet" onPress={onClose}>
            {t("close")}
          </Button>
          <Button
            look="primary"
            isDisabled={chosen.size === 0}
            isPending={start.isPending}
            onPress={() => start.mutate()}
          >
            {count !== null ? t("start", { count }) : choice === "missing" ? t("startMissing") : t("startAll")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-6">
        <fieldset className="flex flex-col gap-1">
          <legend className="pb-1 text-xs font-medium text-ink-2">{t("endpoints")}</legend>
          {endpoints.map((endpoint) => (
            <Checkbox
              key={endpoint.id}
              isSelected={chosen.has(endpoint.id)}
              isDisabled={!endpoint.isAvailable}
              onChange={(isChosen) => {
                const next = new Set(chosen);
                if (isChosen) next.add(endpoint.id);
                else next.delete(endpoint.id);
                setChosen(next);
              }}
            >
              <span className="flex flex-col">
                <span>{endpoint.name}</span>
                <span className="text-xs text-ink-3">
                  {endpoint.isAvailable && endpoint.version !== null
                    ? t("endpointAbout", { unit: endpoint.unit, version: endpoint.version })
                    : t("endpointAway")}
                </span>
              </span>
            </Checkbox>
          ))}
        </fieldset>
        <RadioGroup<ScopeChoice>
          label={t("scope")}
          value={choice}
          onChange={setChoice}
          options={[
            ...(selected.size > 0
              ? [{ id: "selected" as const, label: t("scopeSelected", { count: selected.size }) }]
              : []),
            ...(isNarrowed ? [{ id: "filter" as const, label: t("scopeFilter", { count: shown }) }] : []),
            { id: "missing", label: t("scopeMissing"), description: t("scopeMissingAbout") },
            { id: "all", label: isNarrowed ? t("scopeAll") : t("scopeAllCounted", { count: shown }) },
          ]}
        />
        <RadioGroup<Accelerator>
          label={t("machine")}
          value={accelerator}
          onChange={setAccelerator}
          options={[
            { id: "auto", label: t("auto"), description: t("autoAbout") },
            { id: "cpu", label: t("cpu") },
            { id: "gpu-or-wait", label: t("gpuOrWait"), description: t("gpuOrWaitAbout") },
            { id: "gpu-or-cpu", label: t("gpuOrCpu"), description: t("gpuOrCpuAbout") },
          ]}
        />
        {start.error !== null && <FailureState error={start.error} />}
      </div>
    </SideSheet>
  );
}
