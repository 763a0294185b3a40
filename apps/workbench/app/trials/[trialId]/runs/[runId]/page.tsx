import { getTranslations } from "next-intl/server";
import { TrialRunPage } from "../../../../../features/trials/runs/run-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("trials.runs");
  return { title: t("one") };
}

export default async function Page({ params }: { params: Promise<{ trialId: string; runId: string }> }) {
  const { trialId, runId } = await params;
  return <TrialRunPage trialId={trialId} runId={runId} />;
}
