/** What an error of SQLite, of a driver or of the language says; none of it may reach a caller. */
export const SPEAKS_OF_MACHINERY =
  /sqlite|\bSQL\b|constraint|no such (table|column)|syntax error|fts5|undefined|\[object|\bat .+:\d+:\d+/i
