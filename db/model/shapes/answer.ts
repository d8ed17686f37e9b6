// What the answers of many calls share: a record by name, a page of rows, what a save gives back. All shapes here are plain data,
// ready to show: dates are reduced ISO text, days yyyy-MM-dd in Asia/Ho_Chi_Minh, null is “not known”.

/** A name or other reference with the record it stands for. */
export interface Named {
  id: string
  name: string
}

export interface Page<T> {
  rows: T[]
  total: number
  day: string
  seq: number
}

export interface Saved {
  id: string
  seq: number
  /** what changes.undo takes back; null: nothing was written */
  set: string | null
}
