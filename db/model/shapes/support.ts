// The support bundle: what somebody who helps needs to know of the program and the state of the register, and nothing of what is in it.

export interface SupportFile {
  name: string
  text: string
}

export interface SupportBundle {
  /** all of it, as it will be saved */
  files: SupportFile[]
}
