// How decisions point to each other, how they are found by number, and who else bears a code.
import { describe, expect, it } from 'vitest'
import { findDecisions } from '../../db/store/decision-pages'
import { trash } from '../../db/store/history'
import { labPage } from '../../db/store/lab-page'
import { saveDecision } from '../../db/store/save-decision'
import { saveAccreditation } from '../../db/store/saves'
import { sharingCode } from '../../db/store/sharing'
import { addLab, DAY, emptyRegister, NOW, write } from '../support/register'

const OLD = 'Phòng thí nghiệm Mẫu (hư cấu)'

function start() {
  const db = emptyRegister()
  const { value } = write(db, (tx) => {
    const { lab } = addLab(tx, OLD)
    const change = { code: 'VILAS 591', covers: [{ laboratory: lab, site: null }] }
    return { lab, accreditation: saveAccreditation(tx, { change }, NOW) }
  })
  return { db, ...value }
}

describe('papers and codes', () => {
  it('walks a chain of certificates in both directions', () => {
    const at = start()
    const paper = (number: string, replaces: string | null, signed: string) =>
      write(at.db, (tx) =>
        saveDecision(
          tx,
          {
            change: {
              kind: 'GCN',
              number,
              signed: { iso: signed },
              ...(replaces === null ? {} : { replaces }),
              acts: [{ accreditation: at.accreditation, kind: 'recognition' }],
            },
          },
          NOW,
        ),
      ).value
    const first = paper('78/GCN-BXD', null, '2018-01-24')
    const second = paper('740/GCN-BXD', first, '2023-01-20')
    const decisions = labPage(at.db, at.lab, DAY).accreditations[0]!.decisions
    expect(decisions.map(({ replaces, replacedBy }) => [replaces?.number, replacedBy.map((by) => by.number)])).toEqual([
      [undefined, ['740/GCN-BXD']],
      ['78/GCN-BXD', []],
    ])
    expect(decisions[1]?.replaces).toMatchObject({ id: first, lab: { id: at.lab, name: OLD } })
    expect(findDecisions(at.db, '740 / gcn').map(({ id }) => id)).toEqual([second])
    expect(findDecisions(at.db, 'GCN').map(({ id }) => id)).toEqual([second, first])
    expect(findDecisions(at.db, ' ')).toEqual([])
    write(at.db, (tx) => trash(tx, 'decision', second, NOW))
    expect(labPage(at.db, at.lab, DAY).accreditations[0]!.decisions[0]?.replacedBy).toEqual([])
  })

  it.each(['VILAS: 591', 'VILAS 591', 'vilas-0591', 'VILAS số 591'])('finds who else bears %s', (code) => {
    const { db, accreditation, lab } = start()
    expect(sharingCode(db, { code }, DAY)).toEqual([
      { accreditation, code: 'VILAS 591', holder: null, laboratories: [{ id: lab, name: OLD }] },
    ])
    expect(sharingCode(db, { code, except: accreditation }, DAY)).toEqual([])
    expect(sharingCode(db, { code: 'VILAS MED 591' }, DAY)).toEqual([])
    expect(sharingCode(db, { code: '' }, DAY)).toEqual([])
  })
})
