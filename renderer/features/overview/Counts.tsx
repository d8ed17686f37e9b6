// Laboratories by scheme and by field, and what somebody should look at: three lists of counts.
import type { JSX } from 'react'
import type { Overview } from '../../../db/model/shapes/overview'
import { say } from '../../../db/model/texts/say'
import { BarCounts, type Count } from '../../components/Figure'
import { Panel } from '../../components/Page'
import { capital } from '../../texts/capital'
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'
import { openLabs } from './openLabs'
import classes from './overview.module.css'
import { useFieldNames } from './useFieldNames'

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
  counts: readonly Count[]
}

function CountPanel({ title, none, counts }: CountPanelProps): JSX.Element {
  return (
    <Panel title={title}>
      {counts.length === 0 ? <p className={classes['dim']}>{none}</p> : <BarCounts label={title} counts={counts} />}
    </Panel>
  )
}

/** Schemes by their short names, which everybody in the trade knows; the full one on hover. */
function Schemes({ rows }: { rows: Overview['byScheme'] }): JSX.Element {
  const { t, language } = useTexts()
  const reference = useCall('reference.get', {}, { enabled: language === 'en' })
  const fullName = (key: string, vi: string): string => {
    const found = reference.state === 'ready' ? reference.data.schemes.find((scheme) => scheme.key === key) : undefined
    return found?.en ?? vi
  }
  const counts = rows.map(({ key, name, labs }) => ({
    id: key ?? 'none',
    label: key ?? t('overview.schemes.unknown'),
    count: labs,
    rule: key === null ? t('overview.rule.noScheme') : t('overview.rule.scheme', { name: fullName(key, name) }),
    onOpen: () => openLabs({ scheme: [key ?? 'none'] }),
  }))
  return <CountPanel title={t('overview.schemes.title')} none={t('overview.schemes.none')} counts={counts} />
}

function Fields({ rows }: { rows: Overview['byField'] }): JSX.Element {
  const { t } = useTexts()
  const nameOf = useFieldNames()
  const counts = rows.map(({ key, name, labs }) => ({
    id: key,
    label: nameOf(key, name),
    count: labs,
    rule: t('overview.rule.field'),
    onOpen: () => openLabs({ field: [key] }),
  }))
  return <CountPanel title={t('overview.fields.title')} none={t('overview.fields.none')} counts={counts} />
}

function ToVerify({ rows }: { rows: Overview['verify'] }): JSX.Element {
  const { t, language } = useTexts()
  const counts = rows.map(({ flag, labs }) => ({
    id: flag,
    label: capital(say(language, `exchange.flags.${flag}`), language),
    count: labs,
    rule: `${t(`labPage.flags.todo.${flag}`)} ${t('overview.rule.verify')}`,
    onOpen: () => openLabs({ flag: [flag] }),
  }))
  return <CountPanel title={t('overview.verify.title')} none={t('overview.verify.none')} counts={counts} />
}
