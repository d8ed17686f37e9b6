// The shape a second language must have: the same keys as Vietnamese, plus the `_one` forms that Vietnamese does not need.
export type Words<T> = {
  [K in keyof T]: T[K] extends string ? string : Words<T[K]>
} & {
  [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
