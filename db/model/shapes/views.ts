// Saved views as the lists and the rail show them.
export interface ViewRow {
  id: string
  name: string
  /** the list it belongs to */
  area: string
  /** as it was saved: read with model/views */
  definition: string
  pinned: boolean
  /** fractional key of its place among the views of its area */
  position: string
}

export interface ViewList {
  rows: ViewRow[]
  seq: number
}
