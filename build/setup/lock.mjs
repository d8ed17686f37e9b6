// One set-up or build at a time per checkout: two npm scripts started together must not install or bundle over each other.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir, root, say } from './places.mjs'

const POLL_MS = 200
const UNSIGNED_IS_STALE_AFTER_MS = 5_000

/**
 * Runs `work` while no other process of this checkout is inside the lock of that name; a lock left by a dead process is taken over.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, work) {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const lock = join(cacheDir, 'locks', `${name}-${checkout}`)
  mkdirSync(join(cacheDir, 'locks'), { recursive: true })
  let told = false
  while (!take(lock)) {
    if (!told) say(`waiting for another ${name} of this checkout (${lock})`)
    told = true
    await new Promise((wake) => setTimeout(wake, POLL_MS))
  }
  try {
    return await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    if (!isStale(lock)) return false
    rmSync(lock, { recursive: true, force: true })
    return false
  }
  writeFileSync(join(lock, 'pid'), String(process.pid))
  return true
}

/** @param {string} lock */
function isStale(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'))
    if (pid > 0) return !isAlive(pid)
  } catch {
    // The owner has not signed yet, or has just let go: judged by age below.
  }
  try {
    return Date.now() - statSync(lock).mtimeMs > UNSIGNED_IS_STALE_AFTER_MS
  } catch {
    return false
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
