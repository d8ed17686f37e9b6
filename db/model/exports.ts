// What a list written by a screen may hold.

/** Rows of a table that a window sends; the list of laboratories is read by the registry itself and has no such end. */
export const MOST_TABLE_ROWS = 20_000
