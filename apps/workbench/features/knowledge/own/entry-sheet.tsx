"use client";

import { type ProjectEntry, projectEntrySchema } from "@qinghao/knowledge/project-schema";
import { conceptKinds, languages } from "@qinghao/knowledge/schema";
import { Button, Segmented, Select, SideSheet, showToast, TextField } from "@qinghao/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FailureState } from "../../../trpc/failure-state.tsx";
import { ConceptPicker } from "../concept-picker.tsx";
import { useRoleName } from "../role-name.ts";
import { type Draft, draftOf, entryOf } from "./entry-draft.ts";
import type { StoredEntry } from "./own-entry.ts";
import { useOwnChanges } from "./use-own-changes.ts";

const entryKinds = ["name", "concept", "code"] as const;
const roles = ["synonym", "abbreviation", "brand", "development-code"] as const;
const relations = ["exact", "broader", "narrower"] as const;
const ownKinds = conceptKinds.filter((kind) => kind !== "code");

/** One entry of the project: a further name, a concept of its own, or a code of a site's own system. */
export function EntrySheet({
  projectId,
  stored,
  onClose,
}: {
  projectId: string;
  stored: StoredEntry | null;
  onClose: () => void;
}) {
  const t = useTranslations("knowledge.own");
  const tKnowledge = useTranslations("knowledge");
  const locale = useLocale();
  const roleName = useRoleName();
  const { save, isBusy } = useOwnChanges(projectId);
  const [draft, setDraft] = useState<Draft>(() => draftOf(stored?.entry ?? null, locale));
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const read = projectEntrySchema.safeParse(entryOf(draft));
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])));
  const errorOf = (field: "text" | "concept" | "system" | "code" | "parent") =>
    isTried && wrong.has(field) ? t(`wrong.${field}`) : undefined;
  const submit = async () => {
    setTried(true);
    if (!read.success) return;
    setFailure(null);
    try {
      const entry: ProjectEntry = read.data;
      const answer = await save(entry, stored);
      showToast({ title: answer.added > 0 ? t("saved") : t("wasThere"), tone: answer.added > 0 ? "success" : "info" });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <SideSheet
      isOpen
      onClose={onClose}
      title={stored === null ? t("add") : t("change")}
      actions={
        <>
          <Button onPress={onClose}>{t("cancel")}</Button>
          <Button look="primary" isPending={isBusy} onPress={submit}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Segmented
          label={t("entry")}
          value={draft.entry}
          onChange={(entry) => set({ entry })}
          options={entryKinds.map((id) => ({ id, label: t(`entryName.${id}`) }))}
        />
        <p className="text-ink-2">{t(`entryHelp.${draft.entry}`)}</p>
        <TextField
          label={draft.entry === "code" ? t("codeTitle") : t("text")}
          value={draft.text}
          onChange={(text) => set({ text })}
          error={errorOf("text")}
          autoFocus
        />
        <Select
          label={t("language")}
          value={draft.language}
          onChange={(language) => set({ language })}
          options={languages.map((id) => ({ id, label: tKnowledge(`language.${id}`) }))}
        />
        {draft.entry === "concept" ? (
          <>
            <TextField
              label={t("ownId")}
              description={t("ownIdHelp")}
              monospace
              value={draft.concept}
              onChange={(concept) => set({ concept })}
              error={errorOf("concept")}
            />
            <Select
              label={t("kind")}
              value={draft.kind}
              onChange={(kind) => set({ kind })}
              options={ownKinds.map((id) => ({ id, label: tKnowledge(`kind.${id}`) }))}
            />
            <TextField
              label={t("parent")}
              description={t("parentHelp")}
              monospace
              value={draft.parent}
              onChange={(parent) => set({ parent })}
              error={errorOf("parent")}
            />
            <ConceptPicker label={t("findParent")} onPick={({ id }) => set({ parent: id })} />
          </>
        ) : (
          <>
            <TextField
              label={t("concept")}
              description={t("conceptHelp")}
              monospace
              value={draft.concept}
              onChange={(concept) => set({ concept })}
              error={errorOf("concept")}
            />
            <ConceptPicker label={t("findConcept")} onPick={({ id }) => set({ concept: id })} />
          </>
        )}
        {draft.entry === "name" && (
          <Select
            label={t("role")}
            value={draft.role}
            onChange={(role) => set({ role })}
            options={roles.map((id) => ({ id, label: roleName(id) }))}
          />
        )}
        {draft.entry === "code" && (
          <>
            <TextField
              label={t("system")}
              description={t("systemHelp")}
              monospace
              value={draft.system}
              onChange={(system) => set({ system })}
              error={errorOf("system")}
            />
            <TextField
              label={t("code")}
              monospace
              value={draft.code}
              onChange={(code) => set({ code })}
              error={errorOf("code")}
            />
            <Select
              label={t("relation")}
              value={draft.relation}
              onChange={(relation) => set({ relation })}
              options={relations.map((id) => ({
                id,
                label: tKnowledge(`codes.relationName.${id}`),
                description: tKnowledge(`codes.relationHelp.${id}`),
              }))}
            />
          </>
        )}
        <TextField
          label={t("note")}
          description={t("noteHelp")}
          rows={2}
          value={draft.note}
          onChange={(note) => set({ note })}
        />
        {failure !== null && <FailureState error={failure} />}
        <button type="submit" hidden />
      </form>
    </SideSheet>
  );
}
