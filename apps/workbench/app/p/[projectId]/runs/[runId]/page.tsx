import { getTranslations } from "next-intl/server";
import { RunPage } from "../../../../../features/runs/run-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("runs");
  return { title: t("one") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string; runId: string }> }) {
  const { projectId, runId } = await params;
  return <RunPage projectId={projectId} runId={runId} />;
}
