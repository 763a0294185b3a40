"use client";

import type { Leaf, Tree } from "@qinghao/trials/schema";
import { Button, IconButton, Menu, NumberField, Select, Switch } from "@qinghao/ui";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { LeafForm } from "./leaf-form.tsx";
import { groupKinds, leafKinds, type NodeKind, newNode } from "./new-node.ts";
import { TemporalForm } from "./temporal-form.tsx";

type GroupTree = Extract<Tree, { kind: "all" | "any" | "at-least" }>;
const isGroup = (tree: Tree): tree is GroupTree => groupKinds.some((kind) => kind === tree.kind);

type NodeProps = { tree: Tree; onChange: (tree: Tree) => void; depth: number; onRemove?: () => void };

/** One node: what it is, whether it is denied, and its fields; groups hold further nodes. */
export function TreeForm({ tree, onChange, depth, onRemove }: NodeProps) {
  const t = useTranslations("trials.edit");
  const isDenied = tree.kind === "not";
  const inner = isDenied ? tree.of : tree;
  const set = (next: Tree) => onChange(isDenied ? { kind: "not", of: next } : next);
  const setKind = (kind: NodeKind) => {
    if (kind === inner.kind) return;
    const isNextGroup = groupKinds.some((one) => one === kind);
    if (isNextGroup) {
      const of = isGroup(inner) ? inner.of : [inner];
      return set(kind === "at-least" ? { kind, n: 1, of } : { kind: kind as "all" | "any", of });
    }
    set(newNode(kind));
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-3 rounded-md border bg-canvas p-3">
      <legend className="screen-reader-only">{t(`kind.${inner.kind}`)}</legend>
      <div className="flex flex-wrap items-center gap-3">
        <Select
          label={t("what")}
          hideLabel
          value={inner.kind}
          onChange={setKind}
          options={[
            ...groupKinds,
            ...leafKinds,
            "temporal" as const,
            ...(inner.kind === "not" ? ["not" as const] : []),
          ].map((id) => ({ id, label: t(`kind.${id}`) }))}
          className="w-52"
        />
        <Switch isSelected={isDenied} onChange={(denied) => onChange(denied ? { kind: "not", of: inner } : inner)}>
          {t("denied")}
        </Switch>
        {onRemove !== undefined && (
          <IconButton
            label={t("removeNode", { what: t(`kind.${inner.kind}`) })}
            icon={<Trash2 aria-hidden size={14} />}
            size="small"
            onPress={onRemove}
            className="ml-auto"
          />
        )}
      </div>
      {isGroup(inner) ? (
        <GroupForm tree={inner} onChange={set} depth={depth} />
      ) : inner.kind === "temporal" ? (
        <TemporalForm tree={inner} onChange={set} />
      ) : inner.kind === "not" ? (
        <TreeForm tree={inner} onChange={set} depth={depth + 1} />
      ) : (
        <LeafForm leaf={inner} onChange={(next: Leaf) => set(next)} />
      )}
    </fieldset>
  );
}

function GroupForm({ tree, onChange, depth }: { tree: GroupTree; onChange: (tree: Tree) => void; depth: number }) {
  const t = useTranslations("trials.edit");
  const setAt = (at: number, next: Tree) => onChange({ ...tree, of: tree.of.map((one, i) => (i === at ? next : one)) });
  return (
    <div className="flex flex-col gap-3">
      {tree.kind === "at-least" && (
        <NumberField
          label={t("atLeastN")}
          value={tree.n}
          onChange={(n) => onChange({ ...tree, n: Number.isNaN(n) ? 1 : n })}
          minValue={0}
          maxValue={Math.max(1, tree.of.length)}
          className="w-36"
        />
      )}
      {tree.of.map((one, at) => (
        <TreeForm
          key={at}
          tree={one}
          depth={depth + 1}
          onChange={(next) => setAt(at, next)}
          onRemove={() => onChange({ ...tree, of: tree.of.filter((_, i) => i !== at) })}
        />
      ))}
      <div>
        <Menu
          label={t("add")}
          trigger={
            <Button size="small" icon={<Plus aria-hidden size={14} />}>
              {t("add")}
            </Button>
          }
          entries={[...leafKinds, "temporal" as const, ...groupKinds].map((kind) => ({
            id: kind,
            label: t(`kind.${kind}`),
            onAction: () => onChange({ ...tree, of: [...tree.of, newNode(kind)] }),
          }))}
        />
      </div>
    </div>
  );
}
