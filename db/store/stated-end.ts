// The act that states an end, over `a` (accreditation) and `sp` (its status span): its reduced date tells whether a month or a year is all
// that is known.
export const STATED_END = `(SELECT t.expiry FROM decision_act t WHERE t.accreditation_rid = a.rid AND t.expiry_last = sp.expiry AND t.trashed_at IS NULL
  ORDER BY t.effective_first DESC LIMIT 1)`
