// Laboratories by scheme and by field, and what somebody should look at: three lists of counts.
import type { JSX } from 'react'
import type { Overview } from '../../../db/model/shapes/overview'
import { say } from '../../../db/model/texts/say'
import { BarCounts, type Bar } from '../../components/Figure'
import { Panel } from '../../components/Page'
import { useTexts } from '../../texts/texts'
import { capital } from '../../texts/capital'
import { useCall } from '../../useCall'
import { openLabs } from './openLabs'
import classes from './overview.module.css'

export function Counts({ overview }: { overview: Overview }): JSX.Element {
  return (
    <div className={classes['triple']}>
      <Schemes rows={overview.byScheme} />
      <Fields rows={overview.byField} />
      <ToVerify rows={overview.verify} />
    </div>
  )
}

interface CountPanelProps {
  title: string
  none: string
  bars: readonly Bar[]
}

function CountPanel({ title, none, bars }: CountPanelProps): JSX.Element {
  return (
    <Panel title={title}>
      {bars.length === 0 ? <p className={classes['dim']}>{none}</p> : <BarCounts label={title} bars={bars} />}
    </Panel>
  )
}

function Schemes({ rows }: { rows: Overview['byScheme'] }): JSX.Element {
  const { t } = useTexts()
  const names = useEnglishNames('schemes')
  const bars = rows.map(({ key, name, labs }) => ({
    id: key ?? 'none',
    label: key === null ? t('overview.schemes.unknown') : (names.get(key) ?? name),
    count: labs,
    rule: t(key === null ? 'overview.rule.noScheme' : 'overview.rule.scheme'),
    onOpen: () => openLabs({ scheme: [key ?? 'none'] }),
  }))
  return <CountPanel title={t('overview.schemes.title')} none={t('overview.schemes.none')} bars={bars} />
}

function Fields({ rows }: { rows: Overview['byField'] }): JSX.Element {
  const { t } = useTexts()
  const names = useEnglishNames('fields')
  const bars = rows.map(({ key, name, labs }) => ({
    id: key,
    label: names.get(key) ?? name,
    count: labs,
    rule: t('overview.rule.field'),
    onOpen: () => openLabs({ field: [key] }),
  }))
  return <CountPanel title={t('overview.fields.title')} none={t('overview.fields.none')} bars={bars} />
}

function ToVerify({ rows }: { rows: Overview['verify'] }): JSX.Element {
  const { t, language } = useTexts()
  const bars = rows.map(({ flag, labs }) => ({
    id: flag,
    label: capital(say(language, `exchange.flags.${flag}`), language),
    count: labs,
    rule: `${t(`labPage.flags.todo.${flag}`)} ${t('overview.rule.verify')}`,
    onOpen: () => openLabs({ flag: [flag] }),
  }))
  return <CountPanel title={t('overview.verify.title')} none={t('overview.verify.none')} bars={bars} />
}

/** English names by key while the window speaks English; the overview itself carries the Vietnamese ones. */
function useEnglishNames(list: 'schemes' | 'fields'): ReadonlyMap<string, string> {
  const { language } = useTexts()
  const reference = useCall('reference.get', {}, { enabled: language === 'en' })
  if (language !== 'en' || reference.state !== 'ready') return new Map()
  return new Map(reference.data[list].flatMap(({ key, en }) => (en === null ? [] : [[key, en] as const])))
}
