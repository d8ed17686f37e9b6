// The closed lists: values that a field of a record, or a person’s role, may have. Their words lie in the texts of both languages.
export const sectors = [
  'st_public',
  'st_private',
  'health',
  'agriculture',
  'customs',
  'construction',
  'environment',
  'enterprise',
  'other',
] as const
export const labKinds = ['testing', 'calibration', 'medical', 'inspection', 'construction', 'environment'] as const
export const decisionKinds = ['QD', 'GCN', 'CV'] as const
/** `recognition`: the paper says it accredits, not whether for the first time; only `grant` tells that nothing came before. */
export const actKinds = [
  'grant',
  'renewal',
  'recognition',
  'extension',
  'reduction',
  'suspension',
  'resumption',
  'withdrawal',
  'edition_transition',
  'change_name',
  'change_owner',
  'change_place',
] as const
export const annexForms = ['AFL 01/12', 'AFL 01/13', 'AFL 01/15', 'medical', 'inspection', 'other'] as const
export const inclusions = ['included', 'excluded', 'flexible'] as const
export const certainties = ['unverified', 'checked', 'doubtful'] as const
export const sourceKinds = ['decision', 'web_page', 'article', 'file', 'call', 'visit', 'import', 'entered'] as const
export const roles = ['admin', 'clerk', 'inspector', 'viewer'] as const
export type Role = (typeof roles)[number]
