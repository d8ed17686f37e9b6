import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readTarEntry, zipEntries } from '../../build/runtime/archives.mjs'
import { matches } from '../../build/setup/dependencies.mjs'
import { satisfies } from '../../build/setup/node.mjs'

describe('the Node we accept', () => {
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } }

  it.each(['22.22.2', '22.30.0', '24.15.0', '24.21.0', '26.0.0', '31.4.1'])('takes %s', (version) => {
    expect(satisfies(version, engines.node)).toBe(true)
  })

  it.each(['18.20.8', '20.20.2', '22.14.0', '22.22.1', '23.11.0', '24.14.9', '25.9.9'])('refuses %s', (version) => {
    expect(satisfies(version, engines.node)).toBe(false)
  })
})

describe('installed dependencies', () => {
  const wanted = {
    '': {},
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/@binding/win32': { version: '1.0.0', optional: true },
  }

  it('are complete without the optional packages of other platforms', () => {
    expect(matches(wanted, { 'node_modules/zod': { version: '4.6.7' } })).toBe(true)
  })

  it('are stale when a package is missing, of another version, or no longer wanted', () => {
    expect(matches(wanted, {})).toBe(false)
    expect(matches(wanted, { 'node_modules/zod': { version: '4.6.6' } })).toBe(false)
    expect(
      matches(wanted, { 'node_modules/zod': { version: '4.6.7' }, 'node_modules/left': { version: '1.0.0' } }),
    ).toBe(false)
  })
})

it('reads one file out of a tar', () => {
  const block = (name: string, content: string) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(content.length.toString(8).padStart(11, '0'), 124)
    return Buffer.concat([header, Buffer.from(content.padEnd(Math.ceil(content.length / 512) * 512, '\0'))])
  }
  const tar = Buffer.concat([block('package/a', 'x'.repeat(700)), block('package/b', 'hello'), Buffer.alloc(1024)])
  expect(readTarEntry(tar, 'package/b').toString()).toBe('hello')
  expect(() => readTarEntry(tar, 'package/c')).toThrow('package/c')
})

it('reads every file of a zip with its mode', () => {
  const name = 'Cypress/electron'
  const data = deflateRawSync(Buffer.from('binary'))
  const local = Buffer.alloc(30)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(data.length, 20)
  central.writeUInt16LE(name.length, 28)
  central.writeUInt32LE((0o100755 << 16) >>> 0, 38)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + data.length, 16)
  const zip = Buffer.concat([local, Buffer.from(name), data, central, Buffer.from(name), end])
  const entries = [...zipEntries(zip)].map(({ name: entry, mode, read }) => [entry, mode & 0o777, read().toString()])
  expect(entries).toEqual([[name, 0o755, 'binary']])
})
