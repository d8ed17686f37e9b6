// How an edited template is kept among the settings: its key, and the mark before its bytes.
import { documentKinds, type DocumentKind } from './kinds'

const PREFIX = 'template.'
export const TEMPLATE_MARK = 'docx;base64,'

export const templateKey = (kind: DocumentKind): string => `${PREFIX}${kind}`
export const isTemplateKey = (key: string): boolean => key.startsWith(PREFIX)
/** The paper of such a key; null: another setting. */
export const kindOfTemplate = (key: string): DocumentKind | null =>
  documentKinds.find((kind) => templateKey(kind) === key) ?? null
