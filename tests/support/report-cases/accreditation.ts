// Reports judged by their accreditation: its days, what is only said, names, places, editions.
import { lab, lead, no, open, TODAY, W, yes, type Cases } from './expected'

export const accreditationCases: Cases = {
  'the accreditation on its day': [
    ['in force, nothing else asked', { code: W, day: '2022-06-01' }, yes('in_force', 'w renewal decision')],
    ['the code in another spelling', { code: 'vilas: 0100', day: '2022-06-01' }, yes('in_force')],
    ['the first day', { code: W, day: '2018-01-10' }, yes('in_force', 'w grant decision')],
    [
      'the day before the first grant',
      { code: W, day: '2018-01-09' },
      no('not_accredited', 'before_first_grant', 'w grant decision'),
    ],
    ['the last day, which still counts', { code: 'VILAS 201', day: '2026-11-25' }, yes('in_force', 'day act decision')],
    [
      'the day after the last',
      { code: 'VILAS 201', day: '2026-11-26' },
      no('not_accredited', 'expired', 'day act decision'),
    ],
    ['withdrawn', { code: W, day: '2025-11-01' }, no('not_accredited', 'withdrawn', 'w end decision')],
    ['the eve of the withdrawal', { code: W, day: '2025-10-31' }, yes('in_force')],
    ['wholly suspended', { code: W, day: '2024-06-01' }, no('suspended', 'suspended', 'w stop decision')],
    ['the last day of the suspension', { code: W, day: '2024-07-31' }, no('suspended', 'suspended')],
    ['the day after it ran out', { code: W, day: '2024-08-01' }, yes('in_force')],
    ['without an end, under a law without editions', { code: 'LAS-XD 22.101', day: TODAY }, yes('in_force_unlimited')],
    ['today when no day is given', { code: W }, no('not_accredited', 'withdrawn')],
    [
      'a suspended accreditation whose test is excluded: suspended comes first',
      { code: W, day: '2024-06-01', test: 'thủy ngân trong nước thải' },
      no('suspended', 'suspended'),
    ],
  ],
  'dates that are not whole': [
    [
      'inside the month of the end',
      { code: 'VILAS 200', day: '2026-11-15' },
      open('status_uncertain', 'month act decision'),
    ],
    ['inside the month of the start', { code: 'VILAS 200', day: '2023-11-02' }, open('status_uncertain')],
    ['between the two months', { code: 'VILAS 200', day: '2025-01-01' }, yes('in_force')],
    ['after the month of the end', { code: 'VILAS 200', day: '2026-12-01' }, no('not_accredited', 'expired')],
    ['a grant without any day, before its end', { code: 'VILAS 202', day: '2023-01-01' }, open('status_uncertain')],
    [
      'a grant without any day, after its end',
      { code: 'VILAS 202', day: '2025-01-01' },
      no('not_accredited', 'expired'),
    ],
    [
      'two undated grants, of which one reaches to the day',
      { code: 'VILAS 206', day: '2025-06-01' },
      open('status_uncertain'),
    ],
    ['two undated grants, after both', { code: 'VILAS 206', day: '2028-01-01' }, no('not_accredited', 'expired')],
    [
      'before the earliest decision, which is no first grant',
      { code: 'VILAS 303', day: '2023-12-31' },
      open('unknown_before_first_record', 'late act decision'),
    ],
    [
      'a decision that prints no end',
      { code: 'VILAS 302', day: TODAY },
      open('unknown_no_expiry', 'no end act decision'),
    ],
    ['a resumption without the grant', { code: 'VILAS 304', day: TODAY }, open('unknown_no_basis')],
  ],
  'what is only said, or not there': [
    ['a code that is only claimed', { code: 'VILAS 300', day: TODAY }, open('claimed_only', 'claim')],
    ['an accreditation without any decision', { code: 'VILAS 301', day: TODAY }, open('no_decision')],
    ['a code that the register does not hold', { code: 'VILAS 999', day: TODAY }, open('code_not_in_register')],
    [
      'a laboratory that the register does not hold',
      { lab: 'Phòng thử nghiệm Sao Hỏa', day: TODAY },
      open('lab_not_in_register'),
    ],
    ['a part of a name is no name', { lab: 'Nước Hòn Gai', day: TODAY }, open('lab_not_in_register_near')],
    [
      'a laboratory without accreditation',
      { lab: 'Phòng thử nghiệm Không công nhận (hư cấu)', day: TODAY },
      open('lab_without_accreditation', 'none lab'),
    ],
    ['neither code nor laboratory', { test: lead, day: TODAY }, open('nothing_named')],
    ['a number alone', { code: '185', day: TODAY }, open('code_unreadable')],
    ['a code that Excel damaged', { code: 'LAS-XD 22101', day: TODAY }, open('code_suggested')],
    ['an accreditation of no laboratory', { code: 'VILAS 305', day: TODAY }, open('covers_nothing')],
    ['a code that is another laboratory’s', { code: 'VILAS 201', lab, day: '2022-06-01' }, open('code_of_other_lab')],
    [
      'an unknown code of a known laboratory',
      { code: 'VILAS 998', lab, day: '2022-06-01' },
      open('code_not_in_register_own'),
    ],
    [
      'a code of the register under a name it does not hold',
      { code: W, lab: 'Phòng Sao Hỏa', day: '2022-06-01' },
      open('lab_not_in_register_code'),
    ],
  ],
  'laboratories by name': [
    ['the exact name', { lab, day: '2022-06-01' }, yes('in_force')],
    ['the name without accents', { lab: 'phong thu nghiem nuoc hon gai (hu cau)', day: '2022-06-01' }, yes('in_force')],
    ['the English name', { lab: 'hon gai water laboratory (fictitious)', day: '2022-06-01' }, yes('in_force')],
    ['one name of two laboratories', { lab: 'Phòng thí nghiệm Trùng tên (hư cấu)', day: TODAY }, open('lab_several')],
    [
      'one name of two laboratories, told apart by the code',
      { lab: 'Phòng thí nghiệm Trùng tên (hư cấu)', code: 'VILAS 500', day: TODAY },
      yes('in_force', 'twin a act decision'),
    ],
    [
      'exact accents come before folded',
      { lab: 'Phòng thử nghiệm Hoa Binh (hư cấu)', day: TODAY },
      yes('in_force', 'hoa 2 act decision'),
    ],
    ['accents that fit neither of two', { lab: 'phòng thử nghiệm hóa bình (hư cấu)', day: TODAY }, open('lab_several')],
    [
      'the better of two accreditations answers',
      { lab: 'Phòng thử nghiệm Hai công nhận (hư cấu)', day: TODAY },
      yes('in_force', 'two new act decision'),
    ],
    [
      'covered while it was there',
      { code: 'VILAS 530', lab: 'Phòng thử nghiệm Rời đi (hư cấu)', day: '2023-12-31' },
      yes('in_force'),
    ],
    [
      'no longer covered',
      { code: 'VILAS 530', lab: 'Phòng thử nghiệm Rời đi (hư cấu)', day: '2024-01-01' },
      no('outside_scope', 'lab_not_covered', 'shared'),
    ],
  ],
  'the place': [
    ['a covered site by its label', { code: W, day: '2022-06-01', site: 'địa điểm 1' }, yes('site_covered', 'site 1')],
    [
      'a covered site by a part of its address, without accents',
      { code: W, day: '2022-06-01', site: 'tp cam pha' },
      yes('site_covered', 'site 2'),
    ],
    [
      'a site that is not covered',
      { code: W, day: '2022-06-01', site: 'TP. Uông Bí' },
      no('outside_scope', 'site_not_covered', 'site 3'),
    ],
    [
      'a place that fits covered and uncovered sites',
      { code: W, day: '2022-06-01', site: 'đường Mẫu' },
      open('site_ambiguous'),
    ],
    [
      'a place that the register does not know',
      { code: W, day: '2022-06-01', site: 'Hải Phòng' },
      open('site_unknown'),
    ],
    ['no site recorded at all', { code: 'VILAS 201', day: '2025-01-01', site: 'Hạ Long' }, open('sites_unrecorded')],
    [
      'a test accredited at another site',
      { code: W, day: '2022-06-01', test: 'coliform trong nước sạch', site: 'Địa điểm 1' },
      no('outside_scope', 'line_other_site', 'coliform'),
    ],
    [
      'a test at its own site',
      { code: W, day: '2022-06-01', test: 'coliform trong nước sạch', site: 'Địa điểm 2' },
      yes('line_listed', 'coliform'),
    ],
  ],
  'the edition of the standard': [
    [
      'the last day of ISO/IEC 17025:2005',
      { code: W, day: '2021-06-01' },
      yes('edition_recognised', 'w ISO/IEC 17025:2005'),
    ],
    ['the day after', { code: W, day: '2021-06-02' }, no('wrong_edition', 'edition_over', 'w ISO/IEC 17025:2005')],
    ['after the transition', { code: W, day: '2021-07-10' }, yes('edition_recognised', 'w ISO/IEC 17025:2017')],
    ['the Vietnamese twin of 2005', { code: 'VILAS 203', day: '2021-06-02' }, no('wrong_edition', 'edition_over')],
    [
      'no edition printed, begun after the old one ended',
      { code: 'VILAS 201', day: '2025-01-01' },
      yes('edition_implied'),
    ],
    ['no edition printed, begun before', { code: 'VILAS 205', day: '2025-01-01' }, open('edition_unknown')],
    ['superseded, its last day not known', { code: 'VIAS 204', day: '2025-01-01' }, open('edition_end_unknown')],
  ],
}
