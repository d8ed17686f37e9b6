// Reports judged by scope lines, methods and signatures.
import { lead, no, open, W, yes, type Cases } from './expected'

export const scopeCases: Cases = {
  'test and method': [
    ['listed with its product', { code: W, day: '2022-06-01', test: lead }, yes('line_listed', 'lead')],
    [
      'listed, typed without accents',
      { code: W, day: '2022-06-01', test: 'chi trong nuoc thai' },
      yes('line_listed', 'lead'),
    ],
    ['listed under its symbol', { code: W, day: '2022-06-01', test: 'Pb nước thải' }, yes('line_listed', 'lead')],
    [
      'with its method and edition',
      { code: W, day: '2022-06-01', test: lead, method: 'SMEWW 3111B:2017' },
      yes('line_listed', 'lead'),
    ],
    [
      'the method in another spelling',
      { code: W, day: '2022-06-01', test: lead, method: 'smeww 3111 B : 2017' },
      yes('line_listed', 'lead'),
    ],
    [
      'the method named among the words',
      { code: W, day: '2022-06-01', test: `${lead} theo SMEWW 3111B:2012` },
      no('wrong_edition', 'method_other_edition', 'lead'),
    ],
    [
      'the edition of the annex before',
      { code: W, day: '2019-06-01', test: lead, method: 'SMEWW 3111B:2012' },
      yes('line_listed', 'lead 1'),
    ],
    [
      'an older edition of the method',
      { code: W, day: '2022-06-01', test: lead, method: 'SMEWW 3111B:2012' },
      no('wrong_edition', 'method_other_edition', 'lead'),
    ],
    [
      'the report prints no edition',
      { code: W, day: '2022-06-01', test: lead, method: 'SMEWW 3111B' },
      yes('method_report_undated'),
    ],
    [
      'the edition in a column of its own',
      { code: W, day: '2022-06-01', test: 'pH', method: 'TCVN 6492:2011' },
      yes('line_listed', 'ph'),
    ],
    [
      'the line prints no edition',
      { code: W, day: '2022-06-01', test: 'độ dẫn điện', method: 'TCVN 6493:2008' },
      open('method_undated', 'conductivity'),
    ],
    [
      'the line prints no method',
      { code: W, day: '2022-06-01', test: 'độ màu', method: 'TCVN 6185:2015' },
      open('method_unprinted', 'colour'),
    ],
    [
      'a method that is not listed',
      { code: W, day: '2022-06-01', test: lead, method: 'TCVN 6193:1996' },
      no('outside_scope', 'method_not_listed', 'w annex 2'),
    ],
    ['the method alone', { code: W, day: '2022-06-01', method: 'TCVN 6626:2000' }, yes('line_listed', 'arsenic')],
    [
      'a method of the laboratory’s own',
      { code: W, day: '2022-06-01', method: 'HD-05/PTN' },
      yes('line_listed', 'cadmium'),
    ],
    [
      'a flexible line and another method',
      { code: W, day: '2022-06-01', test: 'cadimi', method: 'TCVN 6197:2008' },
      open('line_flexible', 'cadmium'),
    ],
    [
      'a test that is not listed',
      { code: W, day: '2022-06-01', test: 'kẽm trong nước thải' },
      no('outside_scope', 'test_not_listed', 'w annex 2'),
    ],
    [
      'a test of the annex before, no longer listed',
      { code: W, day: '2022-06-01', test: 'dầu mỡ khoáng' },
      no('outside_scope', 'test_not_listed'),
    ],
    [
      'words that no line of the register holds',
      { code: W, day: '2022-06-01', test: 'plutoni' },
      no('outside_scope', 'test_not_listed'),
    ],
    [
      'an excluded test',
      { code: W, day: '2022-06-01', test: 'thủy ngân trong nước thải' },
      no('outside_scope', 'line_excluded', 'not mercury'),
    ],
    [
      'a test that is excluded for one product and listed for another',
      { code: W, day: '2022-06-01', test: 'Hg' },
      open('lines_differ', 'not mercury'),
    ],
    ['a product within a broader one', { code: W, day: '2022-06-01', test: 'chì trong tôm' }, yes('line_broader')],
    [
      'a product of which only a part is listed',
      { code: W, day: '2022-06-01', test: 'Salmonella trong thủy sản' },
      open('line_narrower', 'tiger'),
    ],
    ['a test of several products, none named', { code: W, day: '2022-06-01', test: 'asen' }, open('product_needed')],
    [
      'words that only hold a question together ask for no test',
      { code: W, day: '2022-06-01', test: '  ' },
      yes('in_force'),
    ],
    [
      'a suspended line',
      { code: W, day: '2023-05-01', test: 'asen trong nước thải' },
      no('suspended', 'line_suspended', 'arsenic'),
    ],
    [
      'another line during the suspension in part',
      { code: W, day: '2023-05-01', test: lead },
      yes('line_listed', 'lead'),
    ],
    ['the suspension in part, no test asked', { code: W, day: '2023-05-01' }, open('test_needed')],
    ['lines of which one is suspended', { code: W, day: '2023-05-01', method: 'TCVN 6626:2000' }, open('lines_differ')],
    [
      'the line after it was resumed',
      { code: W, day: '2023-09-01', test: 'asen trong nước thải' },
      yes('line_listed', 'arsenic'),
    ],
    [
      'a suspension that names no line',
      { code: 'VILAS 402', day: '2024-03-01', test: lead },
      open('suspension_lines_unknown', 'unnamed stop decision'),
    ],
    [
      'a line that a reduction took away',
      { code: W, day: '2025-03-01', test: lead },
      no('outside_scope', 'line_reduced', 'lead'),
    ],
    [
      'a line that stands only in the annex of what was taken away',
      { code: W, day: '2025-03-01', test: 'kẽm trong nước thải' },
      no('outside_scope', 'test_not_listed'),
    ],
    ['before the extension', { code: W, day: '2024-09-30', test: 'nitrat' }, no('outside_scope', 'test_not_listed')],
    [
      'in the month of the extension, its day not known',
      { code: W, day: '2024-10-15', test: 'nitrat' },
      open('line_start_uncertain', 'nitrate'),
    ],
    ['after the month of the extension', { code: W, day: '2024-11-01', test: 'nitrat' }, yes('line_listed', 'nitrate')],
    ['no line recorded', { code: 'VILAS 400', day: '2025-01-01', test: lead }, open('scope_unrecorded')],
    [
      'only the extension recorded, and the test in it',
      { code: 'VILAS 401', day: '2025-01-01', test: lead },
      yes('line_listed', 'some lead'),
    ],
    [
      'only the extension recorded, and the test not in it',
      { code: 'VILAS 401', day: '2025-01-01', test: 'asen trong nước thải' },
      open('scope_incomplete', 'some annex'),
    ],
  ],
  'the signature': [
    [
      'may sign every test',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Trần Thị Mẫu' },
      yes('signatory_may', 'Trần Thị Mẫu'),
    ],
    [
      'with a title before the name',
      { code: W, day: '2022-06-01', test: lead, signatory: 'ThS. Trần Thị Mẫu' },
      yes('signatory_may'),
    ],
    [
      'a name that is alike without accents only',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Trần Thị Mậu' },
      open('signatory_similar', 'Trần Thị Mẫu'),
    ],
    [
      'not in the table',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Nguyễn Văn Lạ' },
      no('signatory_not_authorized', 'signatory_not_listed'),
    ],
    [
      'may sign the field of the test',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Lê Văn Hóa' },
      yes('signatory_may'),
    ],
    [
      'may sign another field only',
      { code: W, day: '2022-06-01', test: 'coliform trong nước thải', signatory: 'Lê Văn Hóa' },
      no('signatory_not_authorized', 'signatory_other_scope', 'Lê Văn Hóa'),
    ],
    [
      'the line names no field',
      { code: W, day: '2022-06-01', test: 'Salmonella trong tôm', signatory: 'Lê Văn Hóa' },
      open('signatory_field_unknown'),
    ],
    [
      'may sign the line it continues',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Phạm Thị Dòng' },
      yes('signatory_may'),
    ],
    [
      'may sign another line only',
      { code: W, day: '2022-06-01', test: 'asen trong nước thải', signatory: 'Phạm Thị Dòng' },
      no('signatory_not_authorized', 'signatory_other_scope'),
    ],
    [
      'limits that are only printed',
      { code: W, day: '2022-06-01', test: lead, signatory: 'Vũ Văn Phòng' },
      open('signatory_limits_printed'),
    ],
    ['limited, no test asked', { code: W, day: '2022-06-01', signatory: 'Lê Văn Hóa' }, open('signatory_limited')],
    [
      'no table recorded',
      { code: 'VILAS 403', day: '2025-01-01', test: lead, signatory: 'Trần Thị Mẫu' },
      open('signatories_unrecorded'),
    ],
    [
      'only the table of the extension recorded',
      { code: 'VILAS 404', day: '2025-01-01', test: lead, signatory: 'Nguyễn Văn Lạ' },
      open('signatory_table_incomplete'),
    ],
    [
      'outside the scope comes before the signature',
      { code: W, day: '2022-06-01', test: 'kẽm trong nước thải', signatory: 'Nguyễn Văn Lạ' },
      no('outside_scope', 'test_not_listed'),
    ],
  ],
}
