// “Kết xuất”: what leaves the register besides lists and papers — the calendar of ends, the public extract, everything as JSON.
import { Button, Checkbox, Radio } from '@mantine/core'
import { IconCalendarDown, IconJson, IconTableShare, IconWorldShare } from '@tabler/icons-react'
import { useState, type JSX } from 'react'
import { Page, Panel } from '../../components/Page'
import { useNavigation } from '../../stores/navigation'
import { useTexts } from '../../texts/texts'
import classes from './outputs.module.css'
import { useOutputs } from './useOutputs'

/** Days before an end or a visit on which a calendar can remind. */
const REMINDERS = [180, 90, 60, 30, 7, 0] as const
const USUAL: readonly number[] = [90, 30, 7]
const FORMATS = ['xlsx', 'csv', 'json'] as const

export function OutputsScreen(): JSX.Element {
  const { t } = useTexts()
  return (
    <Page title={t('outputs.title')} line={t('outputs.line')}>
      <div className={classes['screen']}>
        <CalendarPanel />
        <ExtractPanel />
        <BookPanel />
        <DumpPanel />
      </div>
    </Page>
  )
}

function CalendarPanel(): JSX.Element {
  const { t, n } = useTexts()
  const { saveCalendar, busy } = useOutputs()
  const [remind, setRemind] = useState(USUAL)
  const toggle = (days: number, on: boolean): void =>
    setRemind(REMINDERS.filter((each) => (each === days ? on : remind.includes(each))))
  return (
    <Panel title={t('outputs.calendar.title')}>
      <div className={classes['part']}>
        <p>{t('outputs.calendar.text')}</p>
        <fieldset className={classes['choices']}>
          <legend>{t('outputs.calendar.remind')}</legend>
          {REMINDERS.map((days) => (
            <Checkbox
              key={days}
              checked={remind.includes(days)}
              label={days === 0 ? t('outputs.calendar.sameDay') : t('outputs.calendar.before', { shown: n(days) })}
              onChange={(event) => toggle(days, event.currentTarget.checked)}
            />
          ))}
        </fieldset>
        <p className={classes['hint']}>{t('outputs.calendar.hint')}</p>
        <div>
          <Button
            data-autofocus
            variant="default"
            leftSection={<IconCalendarDown size={16} aria-hidden />}
            loading={busy}
            onClick={() => void saveCalendar(remind)}
          >
            {t('outputs.calendar.save')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function ExtractPanel(): JSX.Element {
  const { t } = useTexts()
  const { saveExtract, busy } = useOutputs()
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx')
  return (
    <Panel title={t('outputs.extract.title')}>
      <div className={classes['part']}>
        <p>{t('outputs.extract.text')}</p>
        <Radio.Group
          label={t('outputs.extract.format')}
          value={format}
          onChange={(value) => setFormat(FORMATS.find((each) => each === value) ?? 'xlsx')}
        >
          <div className={classes['choices']}>
            {FORMATS.map((each) => (
              <Radio key={each} value={each} label={t(`outputs.extract.formats.${each}`)} />
            ))}
          </div>
        </Radio.Group>
        <p className={classes['hint']}>{t('outputs.extract.hint')}</p>
        <div>
          <Button
            variant="default"
            leftSection={<IconWorldShare size={16} aria-hidden />}
            loading={busy}
            onClick={() => void saveExtract(format)}
          >
            {t('outputs.extract.save')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** The whole register for Excel, and the way back, have a screen of their own. */
function BookPanel(): JSX.Element {
  const { t } = useTexts()
  const go = useNavigation((navigation) => navigation.go)
  return (
    <Panel title={t('workbook.title')}>
      <div className={classes['part']}>
        <p>{t('workbook.line')}</p>
        <div>
          <Button
            variant="default"
            leftSection={<IconTableShare size={16} aria-hidden />}
            aria-keyshortcuts="Control+Alt+L"
            onClick={() => go('workbook')}
          >
            {t('workbook.actions.open')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function DumpPanel(): JSX.Element {
  const { t } = useTexts()
  const { saveRegister, busy } = useOutputs()
  return (
    <Panel title={t('outputs.register.title')}>
      <div className={classes['part']}>
        <p>{t('outputs.register.text')}</p>
        <p className={classes['hint']}>{t('outputs.register.hint')}</p>
        <div>
          <Button
            variant="default"
            leftSection={<IconJson size={16} aria-hidden />}
            loading={busy}
            onClick={() => void saveRegister()}
          >
            {t('outputs.register.save')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
