import { getTranslations } from "next-intl/server";
import { RunsPage } from "../../../../features/runs/runs-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("runs");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <RunsPage projectId={projectId} />;
}
