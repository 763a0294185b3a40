import { cookies } from "next/headers";
import { projectCookie } from "../../../features/frame/place-names.ts";
import { ConceptPage } from "../../../features/knowledge/concept/concept-page.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props) {
  return { title: decodeURIComponent((await params).id) };
}

export default async function Page({ params }: Props) {
  const projectId = (await cookies()).get(projectCookie)?.value ?? null;
  return <ConceptPage conceptId={decodeURIComponent((await params).id)} projectId={projectId} />;
}
