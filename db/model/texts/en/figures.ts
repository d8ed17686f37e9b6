// Figures in English: name and rule of each, why a laboratory is counted, and why another day differs.
export const figures = {
  rules: {
    labs_in_force: {
      name: 'Laboratories accredited',
      wording:
        'Laboratories with at least one accreditation in force on the day, each counted once. Accreditations that expire soon or are suspended in part count; those suspended as a whole or not certain do not.',
    },
    accreditations_in_force: {
      name: 'Accreditations in force',
      wording:
        'Accreditations in force on the day, each once even where it covers several laboratories. Those that expire soon or are suspended in part count.',
    },
    labs_by_scheme: {
      name: 'Laboratories by scheme',
      wording:
        'Laboratories with an accreditation in the register on the day, valid or not, each counted once. A laboratory may stand under several schemes, so the rows may add up to more than the total.',
    },
    labs_las_vilas: {
      name: 'LAS and VILAS laboratories',
      wording:
        'Laboratories with a VILAS, VILAS MED or LAS-XD accreditation that is not known to have ended, even where it is only said to exist; each counted once.',
    },
    labs_international: {
      name: 'Laboratories to an international standard',
      wording:
        'Laboratories with an accreditation, not known to have ended, that names an edition recognised on the day of an international standard (ISO, ISO/IEC or the TCVN adoption). Without an edition it does not count.',
    },
    labs_st_organizations: {
      name: 'Laboratories of S&T organisations',
      wording: 'Laboratories whose owner on the day is a public or non-public S&T organisation, accredited or not.',
    },
    labs_customs: {
      name: 'Customs laboratories',
      wording: 'Laboratories whose owner on the day belongs to customs, accredited or not.',
    },
  },
  parts: { none: 'scheme not known', in_force: 'in force', not_certain: 'suspended or not certain' },
  why: {
    until: '{{status}} until {{expiry}}',
    unlimited: '{{status}}, without end',
    noCode: 'accreditation without a code',
    noCodeOf: '{{scheme}} without a code',
    owner: 'owner: {{owner}} ({{sector}})',
  },
  moved: {
    expired: 'expired {{day}}',
    status: 'from {{day}} {{status}}',
    edition: '{{title}} was recognised until {{day}} only',
    standards: 'the standard named by the accreditation has changed',
    leftLab: 'no longer covers this laboratory',
    cameToLab: 'began to cover this laboratory',
    labNew: 'the laboratory was not there on the earlier day',
    labGone: 'the laboratory is not there on the later day',
    owner: 'owner changed from “{{before}}” to “{{after}}”',
  },
} as const
