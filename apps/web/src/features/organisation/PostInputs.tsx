import type { OrgStep } from "@teraju/contracts/organisation";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";

type OrgPost = OrgStep & { kind: "post" };
type PostFields = { name: string; jenis: OrgPost["jenis"]; jenjang: OrgPost["jenjang"]; isHead: boolean };
const JENIS = ["jpt_pratama", "administrator", "pengawas", "fungsional", "pelaksana"] as const;
const JENJANG = ["pemula", "terampil", "mahir", "penyelia", "ahli_pertama", "ahli_muda", "ahli_madya", "ahli_utama"] as const;
export const NEW_POST: PostFields = { name: "", jenis: "pelaksana", jenjang: null, isHead: false };
/** What a post is: name, kind, step, whether it leads. */
export function PostInputs({ post, onChange }: { post: PostFields; onChange: (post: PostFields) => void }) {
  const words = useOrganisationCopy();
  return (
    <>
      <TextInput label={words.postName} required minLength={3} maxLength={160} value={post.name} onChange={(event) => onChange({ ...post, name: event.target.value })} />
      <NativeSelect label={words.jenis} value={post.jenis} onChange={(event) => onChange({ ...post, jenis: JENIS.find((jenis) => jenis === event.target.value) ?? post.jenis })} options={JENIS.map((jenis) => ({ value: jenis, label: words.jenisWords[jenis] }))} />
      {post.jenis === "fungsional" && <NativeSelect label={words.jenjang} value={post.jenjang ?? ""} onChange={(event) => onChange({ ...post, jenjang: JENJANG.find((jenjang) => jenjang === event.target.value) ?? null })} options={[{ value: "", label: words.noJenjang }, ...JENJANG.map((jenjang) => ({ value: jenjang, label: words.jenjangWords[jenjang] }))]} />}
      <label className="row"><input type="checkbox" checked={post.isHead} onChange={(event) => onChange({ ...post, isHead: event.target.checked })} /> {words.isHead}</label>
    </>
  );
}
