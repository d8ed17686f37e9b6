// Words of the report check: one sentence a reason, naming the decision or scope line; where data is missing, what is missing.
export const check = {
  andMore: 'and {{count}} more',
  namedLines: 'named lines',
  article: 'the article {{file}}',
  verdict: {
    accredited: 'Accredited',
    outside_scope: 'Outside the scope',
    suspended: 'Suspended',
    wrong_edition: 'Wrong edition',
    signatory_not_authorized: 'Signatory not authorised',
    not_accredited: 'Not accredited',
    insufficient_data: 'Not enough data',
  },
  reason: {
    nothing_named: 'Enter the accreditation code or the laboratory named on the report.',
    code_unreadable: 'The code “{{code}}” cannot be read. Write it as on the report, e.g. VILAS 016.',
    code_suggested: 'The code “{{code}}” cannot be read; is it {{suggestion}}? Check the report.',
    code_not_in_register:
      'The register does not hold {{code}}. It cannot tell whether another laboratory has this code.',
    code_not_in_register_own: 'The register does not hold {{code}}; for this laboratory it holds {{own}}.',
    code_without_lab: 'The register holds {{code}} but no laboratory for it.',
    code_of_other_lab:
      'In the register {{code}} belongs to {{holders}}, not to “{{lab}}”. Compare name and code on the report.',
    lab_not_in_register:
      'The register holds no laboratory named “{{lab}}”. It cannot tell whether that one is accredited.',
    lab_not_in_register_near: 'The register holds no laboratory named exactly “{{lab}}”. Similar names: {{near}}.',
    lab_not_in_register_code:
      'The register holds no laboratory named “{{lab}}”; in it {{code}} belongs to {{holders}}. Compare the name on the report.',
    lab_several: 'The register holds several laboratories of this name: {{several}}. Add the code.',
    lab_without_accreditation: 'The register holds no accreditation of “{{lab}}”.',
    day_in_future:
      'The date of the report ({{day}}) is after today ({{today}}); check it. The verdict rests on what the register holds now.',

    in_force: '{{paper}}: on {{day}} the accreditation was valid, until {{expiry}} inclusive.',
    in_force_unlimited: '{{paper}}: on {{day}} the accreditation was valid, without an end.',
    partly_suspended: '{{paper}} suspended a part: on {{day}} only the rest was valid.',
    expired: '{{paper}} was valid until {{expiry}} only; on {{day}} it had expired.',
    withdrawn: '{{paper}} withdrew the accreditation; on {{day}} there was none.',
    suspended: '{{paper}} suspended the accreditation; on {{day}} it was suspended.',
    before_first_grant: '{{day}} is before the first grant ({{paper}}).',
    status_uncertain:
      'The paper does not give whole dates ({{paper}}); nothing certain can be said of {{day}}. See the original decision.',
    no_decision: 'The register holds no decision on this accreditation. Find the decision and its annex.',
    claimed_only:
      'The register holds no decision, only the statements {{said}} (source: {{source}}). They prove no accreditation; find the decision.',
    unknown_before_first_record:
      '{{day}} is before the earliest decision in the register ({{paper}}). Find the one before it.',
    unknown_no_expiry: '{{paper}} prints no end, so it is not known whether it was valid on {{day}}.',
    unknown_no_basis: 'The register holds no granting decision for {{day}}. Find it.',

    covers_nothing: 'The register names no laboratory covered by this accreditation on {{day}}.',
    lab_not_covered: 'On {{day}} this accreditation did not cover “{{lab}}”.',
    site_covered: 'The site “{{site}}” is covered.',
    site_not_covered: 'On {{day}} the accreditation did not cover the site “{{site}}”.',
    site_unknown: 'The register knows no site “{{site}}” of this laboratory. It knows: {{known}}.',
    sites_unrecorded: 'The register holds no site of the laboratory, so “{{site}}” cannot be compared.',
    site_ambiguous: 'Several sites fit, some covered and some not: {{known}}. Be more exact.',

    edition_recognised: '{{standard}}: still recognised on {{day}}.',
    edition_over: '{{standard}} was recognised until {{lastDay}} only; on {{day}} no longer.',
    edition_claimed_over: 'The source names {{standard}}, an edition recognised until {{lastDay}} only; verify it.',
    edition_unknown: 'The register does not say which edition this accreditation is to. See the decision or its annex.',
    edition_implied:
      'The register names no edition; the accreditation began after {{lastDay}}, the last day of {{old}}, so it cannot be to an edition that had ended.',
    edition_unprinted: 'The register names no edition; no edition of this standard is known to have ended.',
    edition_end_unknown: '{{standard}} has been superseded; the register does not say until when it was recognised.',

    test_needed: 'The accreditation is suspended in part: name the test to tell whether it is in that part.',
    scope_unrecorded: 'The register holds no scope line for this day. See the annex of the decision.',
    scope_incomplete: 'The lines entered do not hold “{{asked}}”, but the scope is not entered whole. See the annex.',
    test_not_listed: 'The scope is entered whole and does not hold “{{asked}}”.',
    words_strange: 'No line of the whole register holds {{strange}}; check the spelling.',
    line_listed: 'In the scope: {{line}}.',
    line_broader: 'The line names something broader ({{broader}}) that contains what was asked.',
    matched_folded: 'It fits only without accents; compare line and report.',
    line_narrower: 'The scope holds only something narrower ({{narrower}}): {{line}}. Name the product of the report.',
    line_excluded: 'The annex excludes it: {{line}}.',
    line_other_site: 'This test is accredited only at “{{site}}”, not at “{{askedSite}}”: {{line}}.',
    line_suspended: '{{paper}} suspended this line from {{from}}: {{line}}.',
    line_reduced: '{{paper}} reduced the scope and took this line away from {{from}}: {{line}}.',
    lines_differ: '{{count}} lines fit, some valid and some not. Name product and method.',
    line_start_uncertain:
      'The line is known to count from the month or year of the report only; before or after {{day}} is open: {{line}}.',
    product_needed: '{{count}} lines for several products fit. Name the product tested.',
    suspension_lines_unknown:
      '{{paper}} suspended a part, and the register does not say which lines; see that decision.',
    line_flexible: 'Flexible scope: {{line}}. Ask the laboratory for its own list of methods and editions.',
    method_other_edition: 'The scope names {{listed}}, the report {{method}}: another edition. Line: {{line}}.',
    method_undated: 'The scope names {{listed}} without an edition, so {{method}} cannot be compared. See the annex.',
    method_report_undated: 'The report prints no edition of the method; the scope names {{listed}}.',
    method_unprinted: 'The scope line names no method: {{line}}. See the annex.',
    method_not_listed: 'The test is listed, but not by the method “{{asked}}”.',

    signatories_unrecorded:
      'The register holds no table of signatories for this day. See the annex or ask the laboratory.',
    signatory_may: '{{name}} is named in the table of signatories.',
    signatory_not_listed: '“{{name}}” is not in the table of signatories; it names {{known}}.',
    signatory_table_incomplete: '“{{name}}” is not in the tables entered, but they are not all entered.',
    signatory_similar: 'No name is exactly “{{name}}”; similar: {{known}}. Compare the signature.',
    signatory_limited: '{{name}} may sign a part of the scope only ({{limits}}). Name the test.',
    signatory_limits_printed:
      '{{name}} is in the table; what may be signed is printed as “{{printed}}”. Compare it with the test.',
    signatory_partly: '{{name}} may sign some of the fitting lines, not all. Name product and method.',
    signatory_field_unknown: '{{name}} may sign {{limits}} only; the scope line names no field, so this is open.',
    signatory_other_scope: '{{name}} may not sign this test (only {{limits}}).',
  },
  text: {
    name_folded: 'It fits only without accents: “{{name}}” in the register.',
    lab_several: 'The register holds {{count}} laboratories of this name; a code is needed to tell which.',
    owner: 'An owner; the register holds {{count}} of its laboratories: {{labs}}.',
    owner_without_labs: 'The organisation is in the register, but on {{day}} no laboratory belongs to it there.',
    code_spelling: 'In the register it is written {{code}}.',
    standard_recognised: '{{name}}: still recognised on {{day}}.',
    standard_over:
      '{{name}} was recognised until {{lastDay}} only; on {{day}} no longer. That is not the same as expired: verify it.',
    standard_end_unknown: '{{name}} has been superseded; the register does not say until when it was recognised.',
    standard_no_edition: 'No edition is given, so it is not known whether it is still recognised.',
    standard_name_short: 'The name of the standard is not whole; it is {{name}}.',
    standard_maybe_tcvn:
      'The register holds no edition {{edition}} of this international standard; {{edition}} is the year of the TCVN. See the paper.',
    standard_edition_unknown: 'The register holds no edition {{edition}} of this standard. Check the paper.',
    standard_recorded: 'In the register this laboratory stands under {{titles}}.',
    figure_las_vilas:
      'The text says {{said}}. On {{day}} the register proves {{proved}} laboratories with VILAS or LAS-XD in force, of {{named}} that it names under these schemes.',
    figure_international:
      'The text says {{said}}. On {{day}} the register proves {{proved}} laboratories with an accreditation to an international standard in force, of {{named}} that it names under one.',
    figure_st_organizations:
      'The text says {{said}}. On {{day}} the register holds {{named}} laboratories of science and technology organisations.',
    figure_customs: 'The text says {{said}}. On {{day}} the register holds {{named}} customs laboratories.',
    figure_all: 'The text says {{said}}. On {{day}} the register holds {{named}} laboratories.',
    figure_same: 'Both figures are the same; the register need not hold every laboratory.',
    figure_unproved:
      'The register does not prove {{missing}} of them; it need not hold every laboratory, so it does not call the figure wrong.',
    figure_more: 'The register holds more than the text says; see which day the text speaks of.',
    figure_said: 'The register keeps this figure as something said (source: {{source}}), not as proved.',
    figure_among: '“Among them” may mean among {{first}} or among all {{sum}}.',
  },
} as const
