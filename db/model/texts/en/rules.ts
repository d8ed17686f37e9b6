// Words of the rules that check a field: each sentence says what to do.
export const rules = {
  required: 'Fill in this field.',
  not_a_day: 'This field needs day, month and year. Type for example 25/11/2026.',
  not_a_partial_date: 'This date cannot be read. Type for example 25/11/2026, 11/2026 or 2026.',
  expiry_before_effective: 'The expiry lies before the start of validity. Check both dates.',
  day_needed:
    'Enter the effective day or the day of signing (a month or a year will do), so that the register knows when the change begins.',
  changed_since: 'Somebody else has just changed this field. Compare the two values and choose the right one.',
  too_big: 'The text is too long for this field. Shorten it.',
  too_small: 'Fill in this field.',
  not_later: 'The day must come after today. Choose a later one.',
  itself: 'Both fields hold the same word. Type another word.',
  duplicate: 'The pair “{{term}}” – “{{other}}” is already there. Change that pair, or type another word.',
  viewName: 'There is a view called “{{name}}” already. Choose another name.',
  circle: 'With the pairs already there, a word would be a kind of itself. Change the relation, or type another word.',
  in_use: 'Other records use this one. Remove those uses first.',
  not_undoable:
    'This cannot be undone: it has been undone already, or it is a setting, an account or the making of the register.',
  code: {
    empty: 'The code is blank.',
    scheme_missing: '“{{typed}}” is only a number. Add the scheme, for example VILAS 185.',
    number_missing: '“{{typed}}” has no number. Add it, for example VILAS 185.',
    zero: 'The number of a code cannot be 0. Check it on the paper.',
    letter_in_number:
      '“{{typed}}” has a letter in its number. Check it on the paper; press the suggestion if that is the code.',
    separator_lost:
      '“{{typed}}” has probably lost its full stop. Check it on the paper; press the suggestion if that is the code.',
    several_codes:
      'Only one code belongs here. Each code is an accreditation; add another accreditation for the other code.',
    unknown_layout: '“{{typed}}” is not how this scheme writes its codes. Check it on the paper.',
  },
} as const
