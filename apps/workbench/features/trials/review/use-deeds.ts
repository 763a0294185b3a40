"use client";

import { showToast } from "@qinghao/ui";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "../../../trpc/client.ts";
import { useFailureText } from "../../../trpc/failure-state.tsx";
import { usePerson } from "../person.ts";
import type { Review } from "../trial-facts.ts";
import { asText, decide, mergeWithNext, split, withTree } from "./edits.ts";
import type { ReviewDeeds } from "./review-context.ts";
import type { ReviewState } from "./use-review.ts";

/** What a reviewer does to a criterion. A deed that carries a name asks for it first where none is known. */
export function useDeeds({
  review,
  isOpen,
  mode,
  setMode,
}: Pick<ReviewDeeds, "mode" | "setMode"> & { review: ReviewState; isOpen: boolean }) {
  const t = useTranslations("trials.review");
  const trpc = useTRPC();
  const failureText = useFailureText();
  const [person, storePerson] = usePerson();
  const [isAsking, setAsking] = useState(false);
  const waiting = useRef<((person: string) => void) | null>(null);
  const parsing = useMutation(trpc.trials.criteria.parse.mutationOptions());
  const latest = useRef(review);
  latest.current = review;

  const named = (deed: (person: string) => void) => {
    if (!isOpen) return;
    if (person !== "") return deed(person);
    waiting.current = deed;
    setAsking(true);
  };
  const signed = (decision: Review["decision"], by: string): Review => ({
    decision,
    person: by,
    at: new Date().toISOString(),
  });
  const change = (make: (now: ReviewState["present"]) => ReviewState["present"]) =>
    latest.current.change(make(latest.current.present));

  const read: ReviewDeeds["read"] = async ({ type }, text) => {
    const { criteria } = await parsing.mutateAsync({ text, type });
    const notes = criteria.flatMap((one) => one.notes);
    const [first] = criteria;
    if (first === undefined) return { tree: asText({ text }), notes, computable: "none" };
    if (criteria.length === 1) return { tree: first.tree, notes, computable: first.computable };
    const kind = type === "inclusion" ? ("all" as const) : ("any" as const);
    const states = new Set(criteria.map(({ computable }) => computable));
    const computable = states.size === 1 ? first.computable : ("partial" as const);
    return { tree: { kind, of: criteria.map(({ tree }) => tree) }, notes, computable };
  };
  const sayFailure = (error: unknown) => {
    showToast({ title: failureText(error), tone: "danger" });
  };
  const deeds: ReviewDeeds = {
    mode,
    setMode: (next) => isOpen && setMode(next),
    person,
    askPerson: () => setAsking(true),
    isReading: parsing.isPending,
    read,
    accept: ({ id }) => named((by) => change((now) => decide(now, id, signed("accepted", by)))),
    edit: ({ id }, tree, notes) =>
      named((by) => {
        change((now) =>
          withTree(now, id, { tree, ...(notes === undefined ? {} : { notes }), review: signed("edited", by) }),
        );
        setMode(null);
      }),
    markNotComputable: (one) =>
      named((by) =>
        change((now) => withTree(now, one.id, { tree: asText(one), review: signed("not-computable", by) })),
      ),
    splitInto: async (one, parts) => {
      try {
        const [first, second] = [await read(one, parts[0].text), await read(one, parts[1].text)];
        change((now) =>
          split(now, one.id, [
            { ...parts[0], ...first },
            { ...parts[1], ...second },
          ]),
        );
        setMode(null);
      } catch (error) {
        sayFailure(error);
      }
    },
    merge: ({ id }) => {
      change((now) => mergeWithNext(now, id));
      showToast({
        title: t("merged"),
        tone: "success",
        action: { label: t("undo"), onAction: () => latest.current.undo() },
      });
    },
    restore: async (one) => {
      const first = review.version.first.find((each) => each.text === one.text && each.start === one.start);
      try {
        const { tree, notes } = first ?? (await read(one, one.text));
        change((now) => withTree(now, one.id, { tree, notes, review: null }));
      } catch (error) {
        sayFailure(error);
      }
    },
  };
  return {
    deeds,
    person,
    isAsking,
    closePerson: () => {
      setAsking(false);
      waiting.current = null;
    },
    setPerson: (name: string) => {
      storePerson(name);
      const deed = waiting.current;
      waiting.current = null;
      deed?.(name);
    },
  };
}
