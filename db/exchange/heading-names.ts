// What a heading may be called: our own words in both languages, and those that offices commonly use. What is not listed is not guessed.
import { targetKeys, type Target } from '../model/imports'
import { headingRole } from '../model/scope/headings'
import { languages, say, type Language } from '../model/texts/say'
import { textOf, type Cell } from './cells'
import { folded } from './folded'
import { decisionKeys, lineKeys, listForm, paperKeys, type HeadingKey } from './form'

type Aliases = Partial<Record<HeadingKey, readonly string[]>>

/** Folded headings besides our own; what is not listed is not guessed. */
const aliases: Aliases = {
  index: ['tt', 'so tt', 'so thu tu', 'no', 'stt no'],
  nameVi: [
    'ten phong thi nghiem',
    'phong thi nghiem',
    'ten phong thu nghiem',
    'phong thu nghiem',
    'ten ptn',
    'ten phong xet nghiem',
    'ten phong thi nghiem thu nghiem',
    'ten to chuc thu nghiem',
    'ten phong lab',
    'laboratory',
    'laboratory name',
    'name of laboratory',
  ],
  nameEn: ['ten phong tieng anh', 'ten phong thi nghiem tieng anh'],
  owner: [
    'don vi chu quan',
    'chu quan',
    'ten don vi',
    'ten co quan chu quan',
    'organization',
    'organisation',
    'to chuc chu quan',
    'co quan quan ly',
    'don vi quan ly',
  ],
  address: ['dia diem', 'dia chi ptn', 'dia chi phong thi nghiem'],
  phone: ['so dien thoai', 'dien thoai lien he', 'so dt', 'dt', 'sdt', 'tel', 'telephone'],
  email: ['thu dien tu', 'hop thu', 'e mail'],
  website: ['trang thong tin dien tu', 'trang web', 'web'],
  schemes: ['chuong trinh cong nhan'],
  codes: [
    'ma vilas',
    'so hieu ptn',
    'so hieu phong thi nghiem',
    'so hieu',
    'ma cong nhan',
    'so hieu cong nhan',
    'ma so cong nhan',
    'ma so phong thi nghiem',
    'ma so ptn',
    'so vilas',
  ],
  standards: ['tieu chuan cong nhan', 'tieu chuan ap dung', 'chuan muc cong nhan', 'chuan muc'],
  fields: ['linh vuc cong nhan', 'linh vuc thu nghiem', 'linh vuc hoat dong'],
  note: ['ghi chu khac', 'remark', 'remarks', 'notes'],
  decisionNumber: [
    'quyet dinh',
    'so quyet dinh cong nhan',
    'quyet dinh so',
    'decision',
    'so qd',
    'quyet dinh cong nhan',
    'quyet dinh cong nhan so',
    'cong nhan so quyet dinh',
  ],
  effective: [
    'hieu luc tu',
    'ngay bat dau',
    'ngay co hieu luc',
    'valid from',
    'hieu luc tu ngay',
    'tu ngay',
    'ngay cap',
    'ngay cong nhan',
    'ngay ky',
  ],
  decisionExpiry: [
    'ngay het hieu luc',
    'han hieu luc',
    'het han',
    'den ngay',
    'hieu luc den ngay',
    'thoi han',
    'ngay het han cong nhan',
    'valid to',
    'valid until',
  ],
}

export const headingKey = (text: string): string =>
  folded(text)
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()

/** In a list of decisions these mean the paper, not the accreditation. */
const paperAliases: Aliases = {
  codes: ['cong nhan', 'ma phong', 'vilas'],
  decisionNumber: ['so ky hieu', 'so van ban', 'ky hieu', 'so'],
  signed: ['ngay ky', 'ngay ban hanh', 'ngay quyet dinh', 'ngay cap', 'ngay thang', 'signed on', 'date signed', 'date'],
  issuer: [
    'co quan ban hanh',
    'co quan cap',
    'don vi cap',
    'noi cap',
    'noi ban hanh',
    'to chuc cong nhan',
    'issued by',
  ],
  act: ['noi dung', 'hinh thuc', 'loai quyet dinh', 've viec', 'trich yeu', 'viec', 'kind', 'subject'],
}

interface Known {
  key: HeadingKey
  language: Language | null
}

/** Every key a column can have. */
export const headingKeys: readonly HeadingKey[] = [
  ...listForm.map((column) => column.key),
  ...decisionKeys,
  ...paperKeys,
  ...lineKeys,
]

function knownFor(target: Target): Map<string, Known> {
  const known = new Map<string, Known>()
  const computed = listForm.filter(({ field }) => !field).map(({ key }) => key)
  const own: readonly string[] = targetKeys[target]
  // a list of laboratories may have the columns of the whole form: they are known, and said to be left out
  const keys = headingKeys.filter((key) =>
    target === 'decisions' || target === 'scope'
      ? own.includes(key) || key === 'index'
      : computed.some((each) => each === key) || targetKeys.registry.some((each) => each === key),
  )
  const put = (from: Aliases): void => {
    for (const key of keys) for (const alias of from[key] ?? []) known.set(alias, { key, language: null })
  }
  put(aliases)
  if (target === 'decisions') put(paperAliases)
  for (const key of keys)
    for (const language of languages) known.set(headingKey(say(language, `exchange.columns.${key}`)), { key, language })
  return known
}

/** A longer cell is a value; of scope lines headings stand in both languages. */
const LONGEST = 60
const LONGEST_BILINGUAL = 200

const maps = new Map<Target, Map<string, Known>>()

function namesOf(target: Target): Map<string, Known> {
  const found = maps.get(target) ?? knownFor(target)
  maps.set(target, found)
  return found
}

const roles: Partial<Record<string, HeadingKey>> = { number: 'index', note: 'note' }
const isLineKey = (role: string): role is (typeof lineKeys)[number] => lineKeys.some((key) => key === role)

export const recognise = (cell: Cell, target: Target): Known | undefined => recogniseText(textOf(cell) ?? '', target)

export function recogniseText(text: string, target: Target): Known | undefined {
  if (text === '' || text.length > (target === 'scope' ? LONGEST_BILINGUAL : LONGEST)) return undefined
  // no heading of ours has a figure in it; those of annexes may
  if (target !== 'scope' && /\d/.test(text)) return undefined
  const found = namesOf(target).get(headingKey(text))
  if (found !== undefined || target !== 'scope') return found
  const role = headingRole(text)
  if (role === null) return undefined
  const key = isLineKey(role) ? role : roles[role]
  return key && { key, language: null }
}
