// The one open register and the ways to another: opening, making, copying in, the list of those opened lately.
// A register that does not open, or is not made to its end, leaves the one before it open.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { userInfo } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import type { NewRegisterInput } from './call-context'
import { RegistryError } from './model/errors'
import { backupAt, pickedBackup } from './backup/bring'
import { backupRows } from './backup/rows'
import type { RecoveryPlan } from './model/shapes/backup'
import type { CheckedRegister, RecentRegister } from './model/shapes/register'
import { fold } from './model/text/fold'
import { fillRegister, registerNames } from './registers/index'
import { badPlaceOf, refuseBadPlace } from './register-place'
import { filesFolder } from './store/attachment-files'
import { copyRegister } from './store/copy'
import { localValue } from './store/local'
import { createRegister, isBehind, openRegister, type OpenRegister } from './store/open'
import type { Profile } from './store/profile'
import { checkRegisterFile, keepAside, placeOf, refusal, syncPath } from './store/register-file'

export interface ShelfOptions {
  /** the file that `create` makes, when the caller named one */
  file?: string | undefined
  /** the app's own folder of registers */
  folder?: string | undefined
  profile: Profile
  now: () => string
  today: () => string
  /** brings a file that an older version left up to date, in a job; without it the opening itself does */
  bringUp?: ((file: string) => Promise<void>) | undefined
  /** another register is open from now on */
  onOpened: () => void
}

/** A register that did not open; `number` names the crashes in the log. */
export interface Broken {
  file: string
  why: RecoveryPlan['why']
  number?: string
}

export type OnProgress = (done: number, total: number) => void

export class Shelf {
  /** the register that did not open last, and why */
  private broken: Broken | null = null
  private whyClosed = new RegistryError('no_register', 'no register is open')

  private opened: OpenRegister | null = null

  constructor(private readonly options: ShelfOptions) {}

  /** null: none is open */
  get current(): OpenRegister | null {
    return this.opened
  }

  /** Throws no_register, or why the last one did not open. */
  get register(): OpenRegister {
    if (!this.current) throw this.whyClosed
    return this.current
  }

  /** Path of the open register; null: none is open. */
  get place(): string | null {
    return this.current?.file ?? null
  }

  check(file: string): CheckedRegister {
    const backup = pickedBackup(backupAt(file))
    if (backup !== null) return { elsewhere: true, badPlace: null, backup }
    checkRegisterFile(file)
    const { folder, profile } = this.options
    const known = profile.recents().some(({ path }) => path === file)
    const badPlace = badPlaceOf(file)
    const elsewhere =
      folder !== undefined && dirname(resolve(file)) !== resolve(folder) && (!known || badPlace !== null)
    return { elsewhere, badPlace, backup }
  }

  async open(file: string, { copy = false }: { copy?: boolean | undefined } = {}): Promise<void> {
    if (!copy) return this.use(file)
    const inside = this.freeFile(basename(file).replace(/\.scn$/i, ''))
    await copyRegister(file, inside)
    await this.use(inside)
  }

  async openRecent(id: string): Promise<void> {
    const recent = this.options.profile.recents().find((each) => each.id === id)
    if (!recent) throw new RegistryError('not_found', id)
    await this.use(recent.path)
  }

  recents(): RecentRegister[] {
    const open = this.current?.file
    return this.options.profile.recents().map(({ path, ...recent }) => ({
      ...recent,
      file: basename(path),
      present: existsSync(path),
      open: path === open,
    }))
  }

  async create(input: NewRegisterInput & { actor: string }, onProgress?: OnProgress): Promise<void> {
    const name = input.name ?? registerNames[input.kind]
    const file = this.newPlace(name)
    const now = this.options.now()
    const filling = { ...input, day: input.day ?? this.options.today(), now }
    const made = await createRegister(file, { name, kind: input.kind, now }, (db) =>
      fillRegister(db, filling, onProgress),
    )
    this.show(made)
  }

  /** Where a register of that name is made. Throws bad_place, file_missing. */
  newPlace(name: string): string {
    const file = this.options.file ?? this.freeFile(name)
    refuseBadPlace(file)
    return file
  }

  /** A file made ready takes a new register's place, and is opened. Throws file_exists. */
  adopt(ready: string, file: string): void {
    if (existsSync(file)) throw refusal('file_exists', file)
    renameSync(ready, file)
    syncPath(dirname(file))
    this.show(openRegister(file))
  }

  /** The register opened last; a new “Sổ Quảng Ninh” where none ever was. One that does not open is told by `register.info`: another one must not slip into its place. */
  async openDefault(): Promise<void> {
    const [last] = this.options.profile.recents()
    try {
      if (last) await this.use(last.path)
      else await this.create({ kind: 'quang-ninh', actor: userInfo().username })
    } catch (error) {
      if (!(error instanceof RegistryError)) throw error
      this.whyClosed = error
    }
  }

  /** The file the caller named; `create` may be about to make it. */
  openNamed(file: string): void {
    if (existsSync(file)) this.useNow(file)
    else this.whyClosed = refusal('file_missing', file)
  }

  /** The file made ready takes the register's place in one rename, and is opened. Throws file_locked while something still reads the old one. */
  replace(ready: string): void {
    const { file } = this.register
    this.close()
    try {
      if (existsSync(`${file}-wal`)) throw refusal('file_locked', file)
      renameSync(ready, file)
      syncPath(dirname(file))
    } finally {
      this.show(openRegister(file))
    }
  }

  close(): void {
    this.opened?.close()
    this.opened = null
  }

  /** What an older version left is brought up to date first, while the register open now goes on answering. */
  private async use(file: string): Promise<void> {
    const { bringUp } = this.options
    if (bringUp !== undefined && !this.isOpen(file)) {
      refuseBadPlace(file)
      try {
        if (isBehind(file)) await bringUp(file)
      } catch (error) {
        this.noteBroken(file, error)
        throw error
      }
    }
    this.useNow(file)
  }

  private isOpen(file: string): boolean {
    return this.current !== null && !this.current.readOnly && samePlace(this.current.file, file)
  }

  private useNow(file: string): void {
    if (this.isOpen(file)) return
    refuseBadPlace(file)
    try {
      this.show(openRegister(file))
    } catch (error) {
      this.noteBroken(file, error)
      throw error
    }
  }

  /** A register of this machine that is no register any more, or gone, is worth recovering as much as one that is known to be damaged. */
  private noteBroken(file: string, error: unknown): void {
    if (!(error instanceof RegistryError)) return
    const { code } = error
    const lost = code === 'not_a_register' || code === 'file_missing'
    if (code === 'damaged_register' || (lost && backupRows(file).length > 0)) this.broken = { file, why: code }
  }

  /** What did not open last and could be recovered; null: nothing, or another register was opened since. */
  get toRecover(): Broken | null {
    return this.broken
  }

  /** The register opened last made the program end again and again, or something did while it was open: it stays closed until a person chooses. */
  leaveClosed(number: string): void {
    const [last] = this.options.profile.recents()
    if (last === undefined) return
    this.broken = { file: last.path, why: 'crashes', number }
    this.whyClosed = new RegistryError('no_register', 'left closed after crashes')
  }

  /** The open register turned out to be damaged: nobody goes on working in it. */
  condemn(): void {
    const { file } = this.register
    this.close()
    this.whyClosed = refusal('damaged_register', file)
    this.broken = { file, why: 'damaged_register' }
    this.options.onOpened()
  }

  /** The damaged file is kept under the name returned (null: it is gone); the one made ready takes its place in one rename, and is opened. */
  takeRecovered(ready: string): string | null {
    const { file } = this.broken!
    if (this.current?.file === file) this.close()
    const kept = keepAside(file, this.options.now())
    // a journal of the damaged file must never be taken for one of the new
    for (const side of ['-wal', '-shm', '-journal']) rmSync(`${file}${side}`, { force: true })
    renameSync(ready, file)
    syncPath(dirname(file))
    this.show(openRegister(file))
    return kept
  }

  private show(opened: OpenRegister): void {
    this.opened?.close()
    this.opened = opened
    this.broken = null
    const { db, file } = opened
    this.options.profile.remember({
      name: localValue(db, 'register_name'),
      path: file,
      openedAt: this.options.now(),
    })
    this.options.onOpened()
  }

  /** “Sổ mẫu để tập” → so-mau-de-tap.scn, numbered when the name is taken. */
  private freeFile(name: string): string {
    const { folder } = this.options
    if (folder === undefined) throw new RegistryError('file_missing', 'no file named for the new register')
    mkdirSync(folder, { recursive: true })
    const stem =
      fold(name)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'so'
    for (let number = 1; ; number += 1) {
      const file = join(folder, `${stem}${number === 1 ? '' : `-${number}`}.scn`)
      if (![file, `${file}.part`, filesFolder(file)].some((path) => existsSync(path))) return file
    }
  }
}

const samePlace = (a: string, b: string): boolean => {
  const place = placeOf(a)
  return place !== null && place === placeOf(b)
}
