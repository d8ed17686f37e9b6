// The bytes of an attached file, fetched piece by piece from the registry, which compares them with what was attached before it gives any.
import { call, type Answer } from '../../../api'

const PIECE = 4 * 1024 * 1024

export async function readFile(id: string): Promise<Answer<Uint8Array<ArrayBuffer>>> {
  let whole: Uint8Array<ArrayBuffer> | null = null
  for (let offset = 0; whole === null || offset < whole.length;) {
    const answer = await call('attachments.read', { id, offset, length: PIECE })
    if (!answer.ok) return answer
    const { bytes, total } = answer.value
    whole ??= new Uint8Array(total)
    whole.set(bytes, offset)
    // it was cut short under our hands
    if (bytes.length === 0)
      return { ok: false, error: { code: 'file_changed', message: 'cut short', fields: [altered] } }
    offset += bytes.length
  }
  return { ok: true, value: whole }
}

const altered = { field: 'file', rule: 'file.altered' }
