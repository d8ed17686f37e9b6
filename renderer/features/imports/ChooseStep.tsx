// Where an import begins: choosing a file, what went wrong with the last one, and the two ways to a file with the right columns.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconFileSpreadsheet, IconTableExport, IconTableImport } from '@tabler/icons-react'
import type { JSX } from 'react'
import { say } from '../../../db/model/texts/say'
import { Panel } from '../../components/Page'
import { failureSentence } from '../../texts/failureText'
import { useTexts } from '../../texts/texts'
import { chooseFile, inputOf, readAgain, type Stage } from './importStore'
import classes from './imports.module.css'
import { PastImports } from './PastImports'
import { PasteBox } from './PasteBox'
import { ReadingHelp } from './ReadingHelp'
import { useSaveForm } from './useSaveForm'

export function ChooseStep({ stage }: { stage: Extract<Stage, { at: 'choose' | 'refused' }> }): JSX.Element {
  const { t } = useTexts()
  const refused = stage.at === 'refused'
  return (
    <div className={classes['steps']}>
      {refused && <Refused stage={stage} />}
      <Panel title={t('imports.choose.title')}>
        <div className={classes['drop']}>
          <IconFileSpreadsheet size={34} stroke={1.3} aria-hidden />
          <p>{t('imports.choose.drop')}</p>
          <Button
            leftSection={<IconTableImport size={16} aria-hidden />}
            data-autofocus={refused ? undefined : true}
            onClick={() => void chooseFile()}
          >
            {t('imports.choose.button')}
          </Button>
          <p className={classes['dim']}>{t('imports.choose.nothingYet')}</p>
        </div>
        <PasteBox />
      </Panel>
      <PastImports />
      <FormHelp />
    </div>
  )
}

function Refused({ stage }: { stage: Extract<Stage, { at: 'refused' }> }): JSX.Element {
  const { t } = useTexts()
  return (
    <div className={classes['refused']} role="alert">
      <IconAlertTriangle size={22} stroke={1.6} aria-hidden />
      <div>
        <p className={classes['strong']}>{t('imports.refused', { file: stage.file.name })}</p>
        <p>{failureSentence(t, stage.failure)}</p>
        <p className={classes['dim']}>{t('imports.untouched')}</p>
        <ReadingHelp
          key={JSON.stringify(inputOf(stage.file))}
          file={stage.file}
          rule={stage.failure.fields?.[0]?.rule}
        />
        <Button variant="default" mt="sm" data-autofocus aria-keyshortcuts="F5" onClick={() => void readAgain()}>
          {t('imports.again')} (F5)
        </Button>
      </div>
    </div>
  )
}

const groups = [
  { of: 'lab', columns: ['nameVi', 'nameEn', 'owner', 'sector', 'address', 'phone', 'email', 'website', 'note'] },
  { of: 'accreditation', columns: ['schemes', 'codes', 'standards', 'fields'] },
  { of: 'decision', columns: ['decisionNumber', 'effective', 'decisionExpiry'], note: 'decision' },
  { of: 'id', columns: ['id'], note: 'id' },
] as const

function FormHelp(): JSX.Element {
  const { t, language } = useTexts()
  const { saveEmpty, saveList } = useSaveForm()
  const heading = (key: (typeof groups)[number]['columns'][number]): string => {
    const words = say(language, `exchange.columns.${key}`)
    return key === 'nameVi' ? `${words} (${t('imports.form.name')})` : words
  }
  return (
    <Panel title={t('imports.form.title')}>
      <div className={classes['help']}>
        <p>{t('imports.form.text')}</p>
        <dl>
          {groups.map((group) => (
            <div key={group.of}>
              <dt>{t(`imports.form.columnsOf.${group.of}`)}</dt>
              <dd>
                {group.columns.map(heading).join(', ')}
                {'note' in group && <span className={classes['dim']}> – {t(`imports.form.${group.note}`)}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <div className={classes['buttons']}>
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
            onClick={() => void saveEmpty()}
          >
            {t('imports.form.empty')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconTableExport size={16} aria-hidden />}
            onClick={() => void saveList()}
          >
            {t('imports.form.list')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
