// One accreditation as a card: code as printed, scheme, standard and edition, fields, issuer, what it covers, its status and why.
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconFileText, IconPencil, IconPlus } from '@tabler/icons-react'
import { useId, type JSX, type ReactNode } from 'react'
import { formatDate } from '../../../../db/model/dates/partial'
import type { AccreditationPage, StandardShown } from '../../../../db/model/shapes/accreditation'
import type { LabPage } from '../../../../db/model/shapes/lab'
import { say } from '../../../../db/model/texts/say'
import { Facts } from '../../../components/Page'
import { FlagWord } from '../../../components/FlagWord'
import { StatusBadge } from '../../../components/StatusBadge'
import { useNavigation } from '../../../stores/navigation'
import { useTexts } from '../../../texts/texts'
import { openForm } from '../forms/openForm'
import classes from './cards.module.css'
import ink from './ink.module.css'
import { SharedWith } from './SharedWith'
import { openHistory } from './usePapersOfLab'
import { accreditationName } from './wording'
import { Why } from './Why'

export interface AccreditationCardProps {
  page: LabPage
  accreditation: AccreditationPage
  canEdit: boolean
}

export function AccreditationCard({ page, accreditation, canEdit }: AccreditationCardProps): JSX.Element {
  const texts = useTexts()
  const { t, language } = texts
  const id = useId()
  const { status, code, scheme, flags } = accreditation
  const name = accreditationName(texts, accreditation)
  return (
    <section className={classes['card']} aria-labelledby={id} data-status={status.status}>
      <header className={classes['cardHead']}>
        <h3 id={id} data-missing={code === null || undefined}>
          {code?.raw ?? t('labPage.accreditation.noCode')}
        </h3>
        <StatusBadge
          status={status.status}
          daysLeft={status.daysLeft}
          variant="tinted"
          why={{ laboratory: page.id, accreditation: accreditation.id }}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconFileText size={14} aria-hidden />}
          onClick={() => openHistory(page, accreditation.id)}
        >
          {t('documents.openers.history')}
        </Button>
        {canEdit && <EditAccreditation name={name} page={page} accreditation={accreditation.id} />}
        <p>
          {scheme === null ? t('labPage.accreditation.unknownScheme') : `${scheme.key} – ${scheme.name}`}
          {code !== null && code.canonical !== null && code.canonical !== code.raw && (
            <span className={ink['dim']}> ({t('labPage.accreditation.readAs', { code: code.canonical })})</span>
          )}
        </p>
      </header>
      <SharedWith accreditation={accreditation} />
      <Why status={status} day={page.day} laboratory={page.id} />
      <Facts facts={useFacts(page, accreditation)} />
      {page.accreditations.length > 1 && flags.length > 0 && (
        <p className={classes['flagWords']}>
          {flags.map((flag) => (
            <FlagWord
              key={flag}
              word={say(language, `exchange.flags.${flag}`)}
              rule={t(`labPage.flags.todo.${flag}`)}
            />
          ))}
        </p>
      )}
    </section>
  )
}

function EditAccreditation({
  name,
  page,
  accreditation,
}: {
  name: string
  page: LabPage
  accreditation: string
}): JSX.Element {
  const { t } = useTexts()
  const label = t('labPage.actions.editThis', { what: name })
  return (
    <span className={classes['cardActions']}>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => openForm({ form: 'decision', laboratory: page.id, accreditation })}
      >
        {t('labPage.actions.addDecision')}
      </Button>
      <Tooltip label={label}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={label}
          onClick={() => openForm({ form: 'accreditation', laboratory: page.id, id: accreditation })}
        >
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
    </span>
  )
}

function useFacts(page: LabPage, accreditation: AccreditationPage): { label: string; value: ReactNode }[] {
  const { t, n, language } = useTexts()
  const { status, standards, fields, issuer, organization, scopeLines, note } = accreditation
  const missing = <span className={ink['dim']}>{t('labPage.missing')}</span>
  const sameOwner = organization === null || organization.id === page.owner?.id
  return [
    {
      label: t('labPage.accreditation.expiry'),
      value:
        status.expiry === null ? (
          missing
        ) : status.status === 'withdrawn' ? (
          <s className={ink['dim']}>
            {formatDate(status.expiry, language)}
            <span className="seen-by-readers">, {t('labs.withdrawnExpiry')}</span>
          </s>
        ) : (
          formatDate(status.expiry, language)
        ),
    },
    {
      label: t('labPage.accreditation.standards'),
      value: standards.length === 0 ? missing : <Standards standards={standards} day={page.day} />,
    },
    {
      label: t('labPage.accreditation.fields'),
      value: fields.length === 0 ? missing : fields.map((field) => field.name).join(', '),
    },
    { label: t('labPage.accreditation.issuer'), value: issuer?.name ?? missing },
    ...(sameOwner ? [] : [{ label: t('labPage.accreditation.organization'), value: organization.name }]),
    { label: t('labPage.accreditation.covers'), value: <Covers page={page} accreditation={accreditation} /> },
    {
      label: t('labPage.accreditation.scope'),
      value:
        scopeLines === 0 ? missing : t('labPage.accreditation.scopeLines', { count: scopeLines, shown: n(scopeLines) }),
    },
    ...(note === null ? [] : [{ label: t('labPage.accreditation.note'), value: note }]),
  ]
}

/** Each standard as it is called, with what the paper prints and, once it is over, the last day of its edition. */
function Standards({ standards, day }: { standards: readonly StandardShown[]; day: string }): JSX.Element {
  const { t, language } = useTexts()
  return (
    <ul className={ink['plain']}>
      {standards.map(({ id, title, printed, lastDay }) => (
        <li key={id}>
          {title}
          {printed !== null && printed !== title && (
            <span className={ink['dim']}> ({t('labPage.accreditation.printedAs', { printed })})</span>
          )}
          {lastDay !== null && lastDay < day && (
            <em className={classes['over']}>
              {t('labPage.accreditation.withdrawnEdition', { day: formatDate(lastDay, language) })}
            </em>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Which of the laboratory's sites, and which other laboratories under the same accreditation. */
function Covers({ page, accreditation }: { page: LabPage; accreditation: AccreditationPage }): JSX.Element {
  const { t } = useTexts()
  const go = useNavigation((state) => state.go)
  const here = accreditation.covers.filter((cover) => cover.laboratory.id === page.id)
  const sites = here.flatMap((cover) => (cover.site === null ? [] : [cover.site]))
  const others = new Map(
    accreditation.covers.flatMap(({ laboratory }) =>
      laboratory.id === page.id ? [] : [[laboratory.id, laboratory.name]],
    ),
  )
  return (
    <>
      {sites.length === 0 || sites.length < here.length ? (
        t('labPage.accreditation.wholeLab')
      ) : (
        <SiteNames names={sites.map(({ name }) => name)} />
      )}
      {others.size > 0 && (
        <div className={classes['others']}>
          <span className={ink['dim']}>{t('labPage.accreditation.alsoCovers')}: </span>
          {[...others].map(([id, name]) => (
            <button key={id} type="button" className={ink['link']} onClick={() => go('lab', { id })}>
              {name}
            </button>
          ))}
        </div>
      )}
    </>
  )
}

function SiteNames({ names }: { names: readonly string[] }): JSX.Element {
  return (
    <ul className={ink['plain']}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}
