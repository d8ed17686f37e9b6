// The template of one paper: whose it is, to be edited in Word and taken back, what is wrong in one that was offered, and every field it may use.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconDownload, IconRestore, IconUpload } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import type { DocumentKind } from '../../../db/model/documents/kinds'
import type { FieldShown, TemplateShown, TemplateTrouble } from '../../../db/model/shapes/documents'
import { call } from '../../api'
import { LoadFailed } from '../../components/LoadFailed'
import { Panel } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { toast } from '../../components/toast'
import { failureSentence } from '../../texts/failureText'
import { formatInstant } from '../../texts/instants'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { useCanEdit } from '../../useCanEdit'
import classes from './documents.module.css'

export function TemplatePanel({ kind }: { kind: DocumentKind }): JSX.Element {
  const shown = useCall('documents.template', { kind })
  const [offered, setOffered] = useState<{ file: string; troubles: TemplateTrouble[] } | null>(null)
  if (shown.state === 'pending') return <Skeleton lines={8} />
  if (shown.state === 'error') return <LoadFailed error={shown.error} onRetry={shown.refetch} />
  return (
    <div className={classes['template']}>
      <Whose template={shown.data} onOffered={setOffered} />
      {offered !== null && offered.troubles.length > 0 && <Troubles {...offered} />}
      <Fields fields={shown.data.fields} />
    </div>
  )
}

interface WhoseProps {
  template: TemplateShown
  onOffered: (offered: { file: string; troubles: TemplateTrouble[] } | null) => void
}

function Whose({ template: { kind, own, troubles }, onOffered }: WhoseProps): JSX.Element {
  const { t, language } = useTexts()
  const canEdit = useCanEdit()
  const deeds = useTemplateDeeds(kind, onOffered)
  const icon = { size: 16, 'aria-hidden': true } as const
  return (
    <Panel title={t('documents.template.title', { paper: t(`documents.kinds.${kind}.name`) })}>
      <div className={classes['part']}>
        <p>
          {own === null
            ? t('documents.template.original')
            : t('documents.template.own', { by: own.by, at: formatInstant(own.at, language) })}
        </p>
        <p className={classes['hint']}>{t('documents.template.hint')}</p>
        {troubles.length > 0 && <Troubles file={null} troubles={troubles} />}
        <div className={classes['buttons']}>
          <Button variant="default" leftSection={<IconDownload {...icon} />} onClick={() => void deeds.save()}>
            {t('documents.template.save')}
          </Button>
          <Button
            variant="default"
            disabled={!canEdit}
            leftSection={<IconUpload {...icon} />}
            onClick={() => void deeds.take()}
          >
            {t('documents.template.take')}
          </Button>
          <Button
            variant="default"
            disabled={!canEdit || own === null}
            leftSection={<IconRestore {...icon} />}
            onClick={() => void deeds.reset()}
          >
            {t('documents.template.reset')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function useTemplateDeeds(kind: DocumentKind, onOffered: WhoseProps['onOffered']) {
  const { t } = useTexts()
  const failed = (error: Parameters<typeof failureSentence>[1]): void =>
    toast({ text: failureSentence(t, error), tone: 'failed' })
  return {
    async save(): Promise<void> {
      const name = t('documents.template.fileName', { paper: t(`documents.kinds.${kind}.name`) })
      const target = await window.shell.pickSave('docx', `${name}.docx`)
      if (target === null) return
      const answer = await call('documents.saveTemplate', { kind, file: target.ref })
      if (!answer.ok) return failed(answer.error)
      toast({
        text: t('documents.template.saved', { file: target.name }),
        action: { label: t('documents.reveal'), run: () => void window.shell.reveal(target.ref) },
      })
    },
    async take(): Promise<void> {
      const file = await window.shell.pickOpen('template')
      if (file === null) return
      onOffered(null)
      const answer = await call('documents.takeTemplate', { kind, file: file.ref })
      if (!answer.ok) return failed(answer.error)
      if (answer.value.taken) toast({ text: t('documents.template.taken', { file: file.name }) })
      else onOffered({ file: file.name, troubles: answer.value.troubles })
    },
    async reset(): Promise<void> {
      const answer = await call('documents.resetTemplate', { kind })
      if (!answer.ok) return failed(answer.error)
      onOffered(null)
      toast({ text: t('documents.template.wasReset') })
    },
  }
}

/** Most that are listed: the others come to light when these are put right. */
const SHOWN = 20

function Troubles({ file, troubles }: { file: string | null; troubles: readonly TemplateTrouble[] }): JSX.Element {
  const { t } = useTexts()
  return (
    <div role="alert" className={classes['alert']}>
      <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
      <div>
        <p>{file === null ? t('documents.template.brokenInUse') : t('documents.template.notTaken', { file })}</p>
        <ul>
          {troubles.slice(0, SHOWN).map(({ rule, tag, part, paragraph, inTable, text }, at) => (
            <li key={at}>
              <b>
                {t(`documents.template.parts.${part}`)}, {t('documents.template.paragraph', { paragraph })}
                {inTable && ` ${t('documents.template.inTable')}`}
              </b>{' '}
              (“{text}”): {t(`documents.template.rules.${rule}`, { tag })}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

function Fields({ fields }: { fields: readonly FieldShown[] }): JSX.Element {
  const { t } = useTexts()
  return (
    <Panel title={t('documents.template.fields')}>
      <p className={classes['hint']}>{t('documents.template.fieldsHint')}</p>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('documents.template.columns.tag')}</th>
            <th scope="col">{t('documents.template.columns.what')}</th>
            <th scope="col">{t('documents.template.columns.example')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(({ tag, depth, list, example }, at) => (
            <tr key={at}>
              <th scope="row" style={{ paddingInlineStart: depth * 20 }}>
                <code>
                  {list ? (
                    <>
                      <span className={classes['tag']}>{`{#${tag}}`}</span> …{' '}
                      <span className={classes['tag']}>{`{/${tag}}`}</span>
                    </>
                  ) : (
                    <span className={classes['tag']}>{`{${tag}}`}</span>
                  )}
                </code>
              </th>
              <td>{t(`documents.fields.${tag as 'ten'}`)}</td>
              <td className={classes['example']}>{list ? t('documents.template.list') : example || '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
