// “Kiểm tra tệp đã xuất”: a file held against its own manifest, the answer in a sentence, what it says of itself, and the cells that differ.
import { Button, Modal } from '@mantine/core'
import { IconFileCheck } from '@tabler/icons-react'
import type { JSX } from 'react'
import { formatDate } from '../../db/model/dates/partial'
import type { ExportCheck, ExportDifference } from '../../db/model/shapes/exchange'
import { useActions } from '../actions/action'
import { call } from '../api'
import dialog from '../components/dialog.module.css'
import { Facts } from '../components/Page'
import { toast } from '../components/toast'
import { failureSentence } from '../texts/failureText'
import { formatInstant } from '../texts/instants'
import { useTexts, type Texts } from '../texts/texts'
import classes from './exports.module.css'
import { useCheckedFile } from './exportStore'

export function CheckExport(): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const { found, show } = useCheckedFile()
  const check = async (): Promise<void> => {
    const file = await window.shell.pickOpen('spreadsheet')
    if (file === null) return
    const answer = await call('exchange.checkExport', { file: file.ref, language })
    if (answer.ok) show(answer.value)
    else if (answer.error.code !== 'cancelled')
      toast({ text: t('exports.check.failed', { why: failureSentence(t, answer.error) }), tone: 'failed' })
  }
  useActions(
    [
      {
        id: 'exchange.check',
        label: 'exports.check.action',
        shortcut: 'Ctrl+Alt+E',
        bar: 'register',
        group: 'frame',
        icon: IconFileCheck,
        run: () => void check(),
      },
    ],
    'frame',
  )
  const close = (): void => show(null)
  return (
    <Modal
      opened={found !== null}
      onClose={close}
      size="lg"
      title={t('exports.check.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {found !== null && (
        <div className={dialog['text']}>
          <Found found={found} texts={texts} />
          <div className={dialog['buttons']}>
            <Button variant="default" onClick={() => void check()}>
              {t('exports.check.other')}
            </Button>
            <Button data-autofocus onClick={close}>
              {t('common.close')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}

function Found({ found, texts }: { found: ExportCheck; texts: Texts }): JSX.Element {
  const { t, n, language } = texts
  const { manifest, register, verdict, file, differences, more } = found
  return (
    <>
      <p className={classes['verdict']} role="status">
        {t(`exports.check.verdict.${verdict}`, { file })}
      </p>
      {manifest === null ? (
        <p>{t('exports.check.noManifest')}</p>
      ) : (
        <Facts
          facts={[
            { label: t('exports.check.facts.list'), value: manifest.title },
            { label: t('exports.check.facts.day'), value: formatDate(manifest.day, language) },
            { label: t('exports.check.facts.made'), value: formatInstant(manifest.made, language) },
            {
              label: t('exports.check.facts.size'),
              value: t('exports.check.facts.sizeWords', { rows: n(manifest.rows), cells: n(manifest.cells) }),
            },
            { label: t('exports.check.facts.fingerprint'), value: inFours(manifest.fingerprint) },
            { label: t('exports.check.facts.app'), value: manifest.app },
            {
              label: t('exports.check.facts.register'),
              value: register === null ? null : t(`exports.check.register.${register}`),
            },
          ]}
        />
      )}
      {differences.length > 0 && <Differences differences={differences} more={more} texts={texts} />}
    </>
  )
}

/** As it stands at the foot of a printed page. */
const inFours = (fingerprint: string): string => (fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(' ')

interface DifferencesProps {
  differences: readonly ExportDifference[]
  more: number
  texts: Texts
}

function Differences({ differences, more, texts }: DifferencesProps): JSX.Element {
  const { t, n } = texts
  return (
    <>
      <div className={classes['differences']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('exports.check.columns.cell')}</th>
              <th scope="col">{t('exports.check.columns.heading')}</th>
              <th scope="col">{t('exports.check.columns.found')}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((each) => (
              <tr key={`${each.kind} ${each.line} ${each.column}`}>
                <td>{placeOf(each, texts)}</td>
                <td>{each.heading ?? ''}</td>
                <td>{nowOf(each, texts)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p>{t('exports.check.more', { count: more, shown: n(more) })}</p>}
      <p>{t('exports.check.before')}</p>
    </>
  )
}

function placeOf({ column, line, lastLine }: ExportDifference, { t }: Texts): string {
  const stretch = { from: line, to: lastLine }
  if (column === null) return lastLine === line ? t('exports.check.line', { line }) : t('exports.check.lines', stretch)
  return lastLine === line ? `${column}${line}` : t('exports.check.cellOfLines', { column, ...stretch })
}

function nowOf({ kind, found, line, lastLine }: ExportDifference, { t }: Texts): string {
  if (kind !== 'cell') return t(`exports.check.${kind}`)
  if (lastLine !== line) return t('exports.check.oneOfThem')
  return found ?? t('exports.check.blank')
}
