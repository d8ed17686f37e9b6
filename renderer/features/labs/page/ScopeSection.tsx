// Phạm vi: the lines in force on the day, one list per accreditation under one filter box. On paper each list is printed whole.
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type JSX, type Ref } from 'react'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { ColumnMenu } from '../../../components/grid/ColumnMenu'
import { SearchBox } from '../../../components/SearchBox'
import { Toolbar } from '../../../components/Toolbar'
import { useGridLayout } from '../../../stores/layouts'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import ink from './ink.module.css'
import { MissingPart } from './MissingPart'
import { PrintedScope } from './PrintedScope'
import { SCOPE_LAYOUT, useScopeColumns } from './scopeColumns'
import { ScopeGrid } from './ScopeGrid'

export interface ScopeSectionProps {
  page: LabPage
  canEdit: boolean
  printing: boolean
  searchRef: Ref<HTMLInputElement>
}

export function ScopeSection({ page, canEdit, printing, searchRef }: ScopeSectionProps): JSX.Element {
  const { t } = useTexts()
  const [text, setText] = useState('')
  const columns = useScopeColumns(page.sites.length > 1)
  const [layout, setLayout] = useGridLayout(SCOPE_LAYOUT)
  const withLines = page.accreditations.filter((each) => each.scopeLines > 0)
  const add = canEdit && (
    <Button
      variant="default"
      size="compact-md"
      className={ink['noPrint'] ?? ''}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => openForm({ form: 'scopeLine', laboratory: page.id })}
    >
      {t('labPage.actions.addScopeLine')}
    </Button>
  )
  if (withLines.length === 0) {
    return (
      <MissingPart
        text={`${t('labPage.scope.none')} ${t('labPage.scope.noneText')}`}
        action={page.accreditations.length > 0 && add}
      />
    )
  }
  return (
    <>
      <div className={ink['noPrint']}>
        <Toolbar
          label={t('labPage.scope.filter')}
          end={
            <>
              {add}
              <ColumnMenu columns={columns} layout={layout} onLayout={setLayout} />
            </>
          }
        >
          <SearchBox
            ref={searchRef}
            label={t('labPage.scope.filter')}
            placeholder={t('labPage.scope.placeholder')}
            value={text}
            onSearch={setText}
          />
        </Toolbar>
      </div>
      {withLines.map((accreditation) =>
        printing ? (
          <PrintedScope key={accreditation.id} accreditation={accreditation} day={page.day} columns={columns} />
        ) : (
          <ScopeGrid
            key={accreditation.id}
            accreditation={accreditation}
            page={page}
            text={text}
            columns={columns}
            canEdit={canEdit}
            onClear={() => setText('')}
          />
        ),
      )}
    </>
  )
}
