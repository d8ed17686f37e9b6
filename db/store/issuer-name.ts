// Names of issuers live in dated rows: a decision shows the name of the day it was signed, a page that of the day looked at.

/** An issuer's name on a day (names change: BoA's English one did on 01/05/2025). */
export const ISSUER_NAME = (
  issuer: string,
  day: string,
) => `(SELECT vi FROM issuer_name i WHERE i.issuer_rid = ${issuer} AND i.trashed_at IS NULL
  AND coalesce(i.from_day, '0000-01-01') <= ${day} AND coalesce(i.until_day, '9999-12-31') >= ${day} LIMIT 1)`
