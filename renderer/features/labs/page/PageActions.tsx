// What can be done with a laboratory: edit, add to it, open it in a window of its own, print it, send it to the trash.
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconAppWindow,
  IconBuilding,
  IconCertificate,
  IconChevronDown,
  IconDots,
  IconFileCertificate,
  IconFileText,
  IconHistory,
  IconListDetails,
  IconMail,
  IconMapPin,
  IconPencil,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react'
import { use, type JSX } from 'react'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { RestoreContext } from '../../../components/changes/restore'
import { showShortcut } from '../../../actions/shortcut'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import { trashLab } from './trash'
import { keys, openReminder, openSheet, usePapersOfLab } from './usePapersOfLab'

export interface PageActionsProps {
  page: LabPage
  canEdit: boolean
  onPrint: () => void
}

export function PageActions({ page, canEdit, onPrint }: PageActionsProps): JSX.Element {
  const { t } = useTexts()
  const change = canEdit && page.trashedAt === null
  usePapersOfLab(page)
  return (
    <>
      {change && (
        <>
          <Button
            leftSection={<IconPencil size={16} aria-hidden />}
            title="F2"
            aria-keyshortcuts="F2"
            onClick={() => openForm({ form: 'laboratory', id: page.id })}
          >
            {t('labPage.actions.edit')}
          </Button>
          <AddMenu page={page} />
        </>
      )}
      <MoreMenu page={page} change={change} onPrint={onPrint} />
    </>
  )
}

function AddMenu({ page }: { page: LabPage }): JSX.Element {
  const { t } = useTexts()
  const laboratory = page.id
  // with one accreditation there is no question which is meant
  const only = page.accreditations.length === 1 ? { accreditation: page.accreditations[0]!.id } : {}
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {t('labPage.actions.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconMapPin size={16} aria-hidden />}
          onClick={() => openForm({ form: 'site', laboratory })}
        >
          {t('labPage.actions.addSite')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCertificate size={16} aria-hidden />}
          onClick={() => openForm({ form: 'accreditation', laboratory })}
        >
          {t('labPage.actions.addAccreditation')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileCertificate size={16} aria-hidden />}
          disabled={page.accreditations.length === 0}
          onClick={() => openForm({ form: 'decision', laboratory, ...only })}
        >
          {t('labPage.actions.addDecision')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconListDetails size={16} aria-hidden />}
          disabled={page.accreditations.length === 0}
          onClick={() => openForm({ form: 'scopeLine', laboratory, ...only })}
        >
          {t('labPage.actions.addScopeLine')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function MoreMenu({ page, change, onPrint }: { page: LabPage; change: boolean; onPrint: () => void }): JSX.Element {
  const texts = useTexts()
  const { t } = texts
  const { owner } = page
  const restore = use(RestoreContext)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('labPage.actions.more')}>
          <ActionIcon variant="default" size={32} aria-label={t('labPage.actions.more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconAppWindow size={16} aria-hidden />}
          onClick={() => void window.shell.openWindow({ screen: 'lab', id: page.id })}
        >
          {t('labPage.actions.window')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPrinter size={16} aria-hidden />} rightSection="Ctrl+P" onClick={onPrint}>
          {t('labPage.actions.print')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileText size={16} aria-hidden />}
          rightSection={showShortcut(keys.sheet)}
          onClick={() => openSheet(page)}
        >
          {t('documents.openers.lab')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconMail size={16} aria-hidden />}
          rightSection={showShortcut(keys.reminder)}
          disabled={page.accreditations.length === 0}
          onClick={() => openReminder(page)}
        >
          {t('documents.openers.reminder')}
        </Menu.Item>
        {change && (
          <>
            {owner !== null && (
              <Menu.Item
                leftSection={<IconBuilding size={16} aria-hidden />}
                onClick={() => openForm({ form: 'organization', id: owner.id })}
              >
                {t('labPage.actions.editOwner')}
              </Menu.Item>
            )}
            {restore !== null && (
              <Menu.Item
                leftSection={<IconHistory size={16} aria-hidden />}
                onClick={() => restore({ record: page.id, field: null, before: null })}
              >
                {t('journal.restore.menu')}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} onClick={() => void trashLab(texts, page)}>
              {t('labPage.actions.trash')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
