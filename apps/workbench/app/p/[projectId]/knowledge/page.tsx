import { getTranslations } from "next-intl/server";
import { OwnPage } from "../../../../features/knowledge/own/own-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("knowledge.own");
  return { title: t("title") };
}

export default async function Page({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <OwnPage projectId={projectId} />;
}
