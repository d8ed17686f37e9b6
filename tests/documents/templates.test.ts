// Templates from outside: what is refused and why, what is cut, where a broken one is broken, and that nothing is lost by any of it.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { CallName, Input, Output } from '../../db/contract'
import { defaultTemplate } from '../../db/documents/defaults/templates'
import { templateTroubles } from '../../db/documents/check'
import { cleanTemplate } from '../../db/documents/package'
import type { ErrorReply, Reply } from '../../db/model/errors'
import { openRegistry } from '../../db/registry'
import { clock, temporaryFolder } from '../support/register'
import { builtWorker } from '../support/worker'
import { paragraphsOf } from './desk'

let original: Uint8Array
let workerFile = ''
beforeAll(async () => {
  original = await defaultTemplate('labs')
  workerFile = await builtWorker()
}, 60_000)

type Edit = (zip: PizZip) => void
function edited(edit: Edit, from = original): Uint8Array {
  const zip = new PizZip(from)
  edit(zip)
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}
const inBody =
  (change: (xml: string) => string): Edit =>
  (zip) =>
    void zip.file('word/document.xml', change(zip.file('word/document.xml')!.asText()))
const withText = (from: string, to: string) => edited(inBody((xml) => xml.replace(from, to)))
const withParagraph = (text: string) =>
  edited(inBody((xml) => xml.replace('<w:body>', `<w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)))
const related =
  (relation: string): Edit =>
  (zip) =>
    void zip.file(
      'word/_rels/document.xml.rels',
      zip.file('word/_rels/document.xml.rels')!.asText().replace('</Relationships>', `${relation}</Relationships>`),
    )
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relation = (type: string, target: string) =>
  `<Relationship Id="rId99" Type="${OFFICE}/${type}" Target="${target}" TargetMode="External"/>`

const refusals: [name: string, rule: string, make: () => Uint8Array][] = [
  ['an empty file', 'template.not_word', () => new Uint8Array()],
  ['a text', 'template.not_word', () => Buffer.from('Kính gửi {ten}')],
  ['an old .doc', 'template.old_word', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
  [
    'a workbook',
    'template.not_word',
    () => edited((zip) => void zip.remove('word/document.xml').file('xl/workbook.xml', '<w/>')),
  ],
  ['one that is too large', 'template.too_big', () => new Uint8Array(3 * 2 ** 20)],
  [
    'a zip bomb',
    'template.expands',
    () => edited((zip) => void zip.file('word/media/a.png', new Uint8Array(60 * 2 ** 20))),
  ],
  ['a damaged one', 'template.broken', () => damaged()],
  ['macros (.docm)', 'template.macros', () => edited((zip) => void zip.file('word/vbaProject.bin', 'x'))],
  [
    'macros by their type',
    'template.macros',
    () =>
      edited(
        (zip) =>
          void zip.file(
            '[Content_Types].xml',
            zip.file('[Content_Types].xml')!.asText().replace('document.main+xml', 'document.macroEnabled.main+xml'),
          ),
      ),
  ],
  ['an embedded file', 'template.embedded', () => edited((zip) => void zip.file('word/embeddings/a.xlsx', 'x'))],
  [
    'a foreign part',
    'template.embedded',
    () => edited(inBody((xml) => xml.replace('<w:body>', '<w:body><w:altChunk r:id="rId9"/>'))),
  ],
  [
    'a picture from outside',
    'template.external_links',
    () => edited(related(relation('image', 'http://192.0.2.1/a.png'))),
  ],
  ['a frame from outside', 'template.external_links', () => edited(related(relation('frame', 'file:///etc/passwd')))],
  [
    'a field that runs',
    'template.external_links',
    () =>
      edited(
        inBody((xml) =>
          xml.replace(
            '<w:body>',
            '<w:body><w:p><w:r><w:instrText>DDEAUTO c:\\\\cmd "/c calc"</w:instrText></w:r></w:p>',
          ),
        ),
      ),
  ],
  [
    'a field that fetches',
    'template.external_links',
    () =>
      edited(
        inBody((xml) =>
          xml.replace(
            '<w:body>',
            '<w:body><w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://192.0.2.1/a&quot; "/></w:p>',
          ),
        ),
      ),
  ],
  [
    'an entity',
    'template.broken',
    () => edited(inBody((xml) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'))),
  ],
  ['a name that climbs', 'template.broken', () => edited((zip) => void zip.file('../a.xml', '<a/>'))],
]

function damaged(): Uint8Array {
  const bytes = Uint8Array.from(original)
  bytes.fill(0, 200, 400)
  return bytes
}

describe('a file that somebody gives as a template', () => {
  it.each(refusals)('is refused: %s (%s)', (_name, rule, make) => {
    expect(() => cleanTemplate(make())).toThrowError(
      expect.objectContaining({ fields: [expect.objectContaining({ rule })] }),
    )
  })

  it('keeps the words of links and loses their targets, also that of the file it was made from', () => {
    const link = '<w:p><w:hyperlink r:id="rId99"><w:r><w:t>trang của Sở</w:t></w:r></w:hyperlink></w:p>'
    const given = edited((zip) => {
      related(relation('hyperlink', 'http://192.0.2.1/'))(zip)
      inBody((xml) => xml.replace('<w:body>', `<w:body>${link}`))(zip)
      zip.file(
        'word/settings.xml',
        '<w:settings xmlns:w="w" xmlns:r="r"><w:attachedTemplate r:id="rId1"/><w:zoom/></w:settings>',
      )
      zip.file(
        'word/_rels/settings.xml.rels',
        `<Relationships>${relation('attachedTemplate', 'file:///C:/Users/a/Normal.dotm').replace('rId99', 'rId1')}</Relationships>`,
      )
    })
    const clean = new PizZip(cleanTemplate(given))
    const everything = Object.keys(clean.files)
      .map((name) => clean.file(name)?.asText() ?? '')
      .join('\n')
    expect(everything).not.toMatch(/192\.0\.2\.1|Normal\.dotm|TargetMode="External"|rId99|attachedTemplate r:id/)
    expect(paragraphsOf(cleanTemplate(given))[0]).toBe('trang của Sở')
  })
})

describe('a broken template says where', () => {
  it.each([
    ['{so_phong', 'unclosed_tag', '{so_phong'],
    ['so_phong}', 'unopened_tag', '}'],
    ['{so_phogn}', 'unknown_tag', '{so_phogn}'],
    ['{ten}', 'unknown_tag', '{ten}'],
    ['{phong}', 'needs_loop', '{phong}'],
    ['{#phong}', 'unclosed_loop', '{#phong}'],
    ['{/phong}', 'unopened_loop', '{/phong}'],
    ['{#phong}{#quy_tac}{/phong}{/quy_tac}', 'crossed_loop', '{/phong}'],
    ['{@so_phong}', 'unknown_tag', '{@so_phong}'],
    ['{=&lt;% %&gt;=}', 'unknown_tag', '{=<% %>=}'],
  ])('%s: %s', (text, rule, tag) => {
    const [first] = templateTroubles(withParagraph(`Tổng: ${text}`), 'labs')
    expect(first).toMatchObject({ rule, tag, part: 'body', paragraph: 1, inTable: false })
    expect(first!.text).toMatch(/^Tổng: /)
  })

  it('finds a tag that Word has cut into runs, and the paragraph in a table and in the header', () => {
    const cut = withParagraph('{so_</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>phong}')
    expect(templateTroubles(cut, 'labs')).toEqual([])
    const [inTable] = templateTroubles(withText('{tinh_trang}', '{tinh_trng}'), 'labs')
    expect(inTable).toMatchObject({ rule: 'unknown_tag', tag: '{tinh_trng}', inTable: true, part: 'body' })
    expect(inTable!.paragraph).toBeGreaterThan(20)
    const header = edited((zip) => {
      const name = Object.keys(zip.files).find((each) => /header\d\.xml$/.test(each))!
      zip.file(name, zip.file(name)!.asText().replace('</w:p>', '<w:r><w:t>{sai}</w:t></w:r></w:p>'))
    })
    expect(templateTroubles(header, 'labs')).toEqual([
      {
        rule: 'unknown_tag',
        tag: '{sai}',
        part: 'header',
        paragraph: 1,
        inTable: false,
        text: expect.stringContaining('{sai}') as string,
      },
    ])
  })

  it('finds what only filling finds: a list that begins in one cell and ends outside its table', () => {
    const crooked = edited(
      inBody((xml) =>
        xml.replace('{/phong}', '').replace('</w:tbl><w:p>', '</w:tbl><w:p><w:r><w:t>{/phong}</w:t></w:r></w:p><w:p>'),
      ),
    )
    const found = templateTroubles(crooked, 'labs')
    expect(found.length).toBeGreaterThan(0)
    expect(found[0]!.paragraph).toBeGreaterThan(0)
  })
})

async function office() {
  const folder = temporaryFolder()
  const registry = await openRegistry({ file: join(folder, 'so.scn'), clock, workerFile })
  onTestFinished(() => registry.close())
  const session = registry.session({ actor: 'an', role: 'admin' })
  const call = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const answer = (await session.call(name, input)) as Reply<Output<N>>
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    return answer.value
  }
  await call('register.create', { kind: 'quang-ninh' })
  return {
    call,
    async refused<N extends CallName>(name: N, input: Input<N>): Promise<ErrorReply> {
      const answer = await session.call(name, input)
      return answer.ok ? expect.fail(`${name} was not refused`) : answer.error
    },
    read: (name: string, bytes: Uint8Array) => {
      writeFileSync(join(folder, name), bytes)
      return registry.grant(join(folder, name), 'read')
    },
    write: (name: string) => registry.grant(join(folder, name), 'write'),
    content: (name: string) => readFileSync(join(folder, name)),
  }
}

describe('the office’s own template', () => {
  it('is written out, edited, taken back, used, logged, and put away again', async () => {
    const { call, read, write, content } = await office()
    await call('documents.saveTemplate', { kind: 'labs', file: write('mau.docx') })
    expect(paragraphsOf(content('mau.docx'))).toEqual(paragraphsOf(original))
    const mine = withText('DANH SÁCH', 'BẢNG KÊ')
    expect(await call('documents.takeTemplate', { kind: 'labs', file: read('mau-2.docx', mine) })).toMatchObject({
      taken: true,
      troubles: [],
    })
    await call('documents.make', { document: { kind: 'labs', query: {} }, file: write('ds.docx') })
    expect(paragraphsOf(content('ds.docx'))).toContain('BẢNG KÊ')
    expect(await call('documents.template', { kind: 'labs' })).toMatchObject({ own: { by: 'an' }, troubles: [] })
    await call('documents.saveTemplate', { kind: 'labs', file: write('mau-3.docx') })
    expect(paragraphsOf(content('mau-3.docx'))).toEqual(paragraphsOf(mine))
    // of the whole register, not of the windows' settings
    expect(Object.keys(await call('settings.get', {}))).not.toContain('template.labs')
    expect((await call('changes.sets', { limit: 1 })).sets[0]).toMatchObject({
      deeds: [{ entity: 'setting', deed: 'created' }],
    })
    await call('documents.resetTemplate', { kind: 'labs' })
    await call('documents.make', { document: { kind: 'labs', query: {} }, file: write('ds-2.docx') })
    expect(paragraphsOf(content('ds-2.docx'))).toContain('DANH SÁCH')
  })

  it('is not taken when it is broken: the one in use stays, and the file too', async () => {
    const { call, refused, read, write, content } = await office()
    await call('documents.takeTemplate', { kind: 'labs', file: read('tot.docx', withText('DANH SÁCH', 'BẢNG KÊ')) })
    const before = await call('register.info', {})
    const answer = await call('documents.takeTemplate', {
      kind: 'labs',
      file: read('hong.docx', withParagraph('{hong')),
    })
    expect(answer).toMatchObject({
      taken: false,
      seq: null,
      troubles: [{ rule: 'unclosed_tag', tag: '{hong', paragraph: 1 }],
    })
    const macros = edited((zip) => void zip.file('word/vbaProject.bin', 'x'))
    expect(await refused('documents.takeTemplate', { kind: 'labs', file: read('may.docx', macros) })).toMatchObject({
      code: 'bad_file',
      fields: [{ field: 'file', rule: 'template.macros' }],
    })
    expect(await call('register.info', {})).toEqual(before)
    expect(content('hong.docx').length).toBeGreaterThan(0)
    await call('documents.make', { document: { kind: 'labs', query: {} }, file: write('ds.docx') })
    expect(paragraphsOf(content('ds.docx'))).toContain('BẢNG KÊ')
  })

  it('shows every field with an example from the register', async () => {
    const { call } = await office()
    const { fields } = await call('documents.template', { kind: 'labs' })
    const example = (tag: string) => fields.find((field) => field.tag === tag)
    expect(example('ten')).toMatchObject({ depth: 1, list: false })
    expect(example('ten')!.example).not.toBe('')
    expect(example('phong')).toEqual({ tag: 'phong', depth: 0, list: true, example: '' })
    expect(example('ngay_xem')!.example).toBe('23/11/2026')
  })

  it('comes apart only where there are letters', async () => {
    const { refused, write } = await office()
    const asked = { document: { kind: 'labs' as const, query: {} }, file: write('x.docx'), apart: true }
    expect(await refused('documents.make', asked)).toMatchObject({
      code: 'invalid_input',
      fields: [{ rule: 'letters_only' }],
    })
  })
})
