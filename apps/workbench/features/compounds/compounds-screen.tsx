"use client";

import type { CompoundRow } from "@qinghao/api/schema";
import { Button, ButtonLink, EmptyState, formatTime, PageHeader, useUiLocale } from "@qinghao/ui";
import { ColumnChooser, DataTable, RowHeightSwitch } from "@qinghao/ui/data-table";
import { FlaskConical } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { isFiltered, isSortColumn } from "../../compound-filter/table-state.ts";
import { FailureState } from "../../trpc/failure-state.tsx";
import { useEndpoints } from "../../trpc/use-endpoints.ts";
import { compoundAddress, screenAddress } from "./addresses.ts";
import { compoundColumns, isUsual, rangeColumns } from "./columns.tsx";
import { CompoundInspector } from "./compound-inspector.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { FilterControls } from "./filter-controls.tsx";
import { PredictSheet } from "./predict-sheet.tsx";
import { RunStrip } from "./run-strip.tsx";
import { SearchStrip } from "./search-strip.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { SubstructureDialog } from "./substructure-dialog.tsx";
import { useActiveRun } from "./use-active-run.ts";
import { useColumnNames } from "./use-column-names.ts";
import { useCompoundWindow } from "./use-compound-window.ts";
import { useSelection } from "./use-selection.ts";
import { useSubstructureSearch } from "./use-substructure-search.ts";
import { useTableState } from "./use-table-state.ts";

const rowId = (row: CompoundRow): string => row.id;

/** The project's library as a table of any length. */
export function CompoundsScreen({ projectId }: { readonly projectId: string }) {
  const t = useTranslations("compounds");
  const locale = useUiLocale();
  const router = useRouter();
  const [state, change] = useTableState();
  const endpoints = useEndpoints();
  const names = useColumnNames();
  const list = useCompoundWindow(projectId, state);
  const selection = useSelection(list.rowAt);
  const run = useActiveRun(projectId, state.runId);
  const { search } = useSubstructureSearch(state.searchId);
  const [open, setOpen] = useState<"predict" | "substructure" | null>(null);
  const close = useCallback(() => setOpen(null), []);

  const all = useMemo(
    () => compoundColumns({ names, endpoints, rowHeight: state.rowHeight, formatTime, locale }),
    [names, endpoints, state.rowHeight, locale],
  );
  const hidden = useMemo(() => {
    const isShown = (id: string) => (state.columns === null ? isUsual(id) : state.columns.includes(id));
    return new Set(all.filter(({ id }) => id !== "structure" && !isShown(id)).map(({ id }) => id));
  }, [all, state.columns]);
  const columns = useMemo(() => all.filter(({ id }) => !hidden.has(id)), [all, hidden]);
  const setHidden = (next: ReadonlySet<string>) =>
    change({ columns: all.map(({ id }) => id).filter((id) => !next.has(id)) });
  const ranges = useMemo(() => rangeColumns(names, endpoints), [names, endpoints]);
  const addressOf = (compoundId: string) => compoundAddress(projectId, compoundId, state, list.indexOf(compoundId));

  const isUnknown = list.isLoading || (list.error !== null && list.total === 0);
  const isEmptyProject = !isUnknown && list.total === 0 && !isFiltered(state);
  const predicted = selection.ids.size > 0 ? selection.ids.size : list.total;
  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <PageHeader
          title={t("title")}
          meta={isEmptyProject || isUnknown ? undefined : t("count", { count: list.total })}
          actions={
            <>
              <ButtonLink href={`/p/${projectId}/import`}>{t("import")}</ButtonLink>
              {!isEmptyProject && !isUnknown && (
                <ButtonLink href={screenAddress(projectId, state)}>
                  {t(isFiltered(state) ? "screenThese" : "screen")}
                </ButtonLink>
              )}
              {!isEmptyProject && !isUnknown && (
                <Button look="primary" isDisabled={predicted === 0} onPress={() => setOpen("predict")}>
                  {t("predictCount", { count: predicted })}
                </Button>
              )}
            </>
          }
        />
        {isEmptyProject ? (
          <EmptyState
            icon={<FlaskConical aria-hidden size={28} strokeWidth={1.5} />}
            title={t("empty.title")}
            actions={
              <>
                <ButtonLink look="primary" href={`/p/${projectId}/import`}>
                  {t("empty.import")}
                </ButtonLink>
                <ButtonLink href={`/p/${projectId}/design`}>{t("empty.draw")}</ButtonLink>
              </>
            }
          >
            {t("empty.advice")}
          </EmptyState>
        ) : (
          <>
            <FilterControls
              state={state}
              onChange={change}
              ranges={ranges}
              search={search}
              onSubstructure={() => setOpen("substructure")}
              end={
                selection.ids.size > 0 ? (
                  <SelectionBar rows={selection.rows} columns={columns} onClear={selection.clear} />
                ) : (
                  <>
                    <RowHeightSwitch
                      value={state.rowHeight}
                      onChange={(rowHeight) => change({ rowHeight }, "replace")}
                    />
                    <ColumnChooser columns={all} hidden={hidden} onChange={setHidden} />
                    <ExportMenu
                      projectId={projectId}
                      state={state}
                      columns={columns.map(({ id }) => id)}
                      total={list.total}
                    />
                  </>
                )
              }
            />
            {search !== null && <SearchStrip search={search} />}
            {run !== null && <RunStrip run={run} onClose={() => change({ runId: null }, "replace")} />}
            {list.error !== null && (
              <div className="px-6 pb-3">
                <FailureState error={list.error} onRetry={list.retry} />
              </div>
            )}
            <DataTable
              label={t("tableLabel")}
              columns={columns}
              rowCount={list.isLoading ? 12 : list.total}
              rowAt={list.rowAt}
              rowId={rowId}
              listing={list.listing}
              onVisibleRows={list.onVisibleRows}
              rowHeight={state.rowHeight}
              sort={state.sort === null ? null : { columnId: state.sort.column, direction: state.sort.dir }}
              onSort={(sort) => {
                if (sort === null) change({ sort: null });
                else if (isSortColumn(sort.columnId)) change({ sort: { column: sort.columnId, dir: sort.direction } });
              }}
              onHideColumn={(id) => setHidden(new Set([...hidden, id]))}
              selected={selection.ids}
              onSelect={selection.set}
              onOpen={(row) => router.push(addressOf(row.id))}
              onActiveRow={(row) => row !== null && change({ compoundId: row.id }, "replace")}
              empty={!isUnknown && <EmptyState title={t("nothing.title")}>{t("nothing.advice")}</EmptyState>}
            />
          </>
        )}
      </div>
      {state.compoundId !== null && (
        <CompoundInspector
          projectId={projectId}
          compoundId={state.compoundId}
          endpoints={endpoints}
          href={addressOf(state.compoundId)}
          onClose={() => change({ compoundId: null }, "replace")}
        />
      )}
      {open === "predict" && (
        <PredictSheet
          projectId={projectId}
          endpoints={endpoints}
          state={state}
          selected={selection.ids}
          shown={list.total}
          onClose={close}
          onStarted={(runId) => change({ runId }, "replace")}
        />
      )}
      <SubstructureDialog
        projectId={projectId}
        isOpen={open === "substructure"}
        onClose={close}
        onStarted={(searchId) => change({ searchId })}
      />
    </div>
  );
}
