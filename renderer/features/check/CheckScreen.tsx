// “Kiểm tra phiếu”: one report against the register, or every claim of a pasted text.
import { Tabs } from '@mantine/core'
import type { JSX } from 'react'
import { Page } from '../../components/Page'
import { useTexts } from '../../texts/texts'
import classes from './check.module.css'
import { useCheckStore, type Tab } from './checkStore'
import { ReportTab } from './report/ReportTab'
import { TextTab } from './text/TextTab'

export function CheckScreen(): JSX.Element {
  const { t } = useTexts()
  const { tab, show } = useCheckStore()
  return (
    <Page fill title={t('check.title')} line={t('check.line')}>
      <Tabs
        value={tab}
        onChange={(value) => value !== null && show(value as Tab)}
        keepMounted={false}
        className={classes['tabs'] ?? ''}
      >
        <Tabs.List aria-label={t('check.tabs.label')} className={classes['tabList'] ?? ''}>
          <Tabs.Tab value="report">{t('check.tabs.report')}</Tabs.Tab>
          <Tabs.Tab value="text">{t('check.tabs.text')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="report" className={classes['panel'] ?? ''}>
          <ReportTab />
        </Tabs.Panel>
        <Tabs.Panel value="text" className={classes['panel'] ?? ''}>
          <TextTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  )
}
