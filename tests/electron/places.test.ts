// The one folder on each system: local, never roaming or synchronised.
import { expect, it } from 'vitest'
import { appFolder } from '../../electron/places'

it('lies in LocalAppData on Windows', () => {
  const env = { LOCALAPPDATA: 'C:\\Users\\Lan\\AppData\\Local', APPDATA: 'C:\\Users\\Lan\\AppData\\Roaming' }
  expect(appFolder({ platform: 'win32', home: 'C:\\Users\\Lan', env })).toBe(
    'C:\\Users\\Lan\\AppData\\Local\\so-cong-nhan',
  )
  expect(appFolder({ platform: 'win32', home: 'C:\\Users\\Lan', env: {} })).toBe(
    'C:\\Users\\Lan\\AppData\\Local\\so-cong-nhan',
  )
})

it('lies in the XDG data folder on Linux, and ignores a relative one', () => {
  const home = '/home/lan'
  expect(appFolder({ platform: 'linux', home, env: {} })).toBe('/home/lan/.local/share/so-cong-nhan')
  expect(appFolder({ platform: 'linux', home, env: { XDG_DATA_HOME: '/data' } })).toBe('/data/so-cong-nhan')
  expect(appFolder({ platform: 'linux', home, env: { XDG_DATA_HOME: 'data' } })).toBe(
    '/home/lan/.local/share/so-cong-nhan',
  )
})

it('lies in Application Support on macOS', () => {
  expect(appFolder({ platform: 'darwin', home: '/Users/lan', env: {} })).toBe(
    '/Users/lan/Library/Application Support/so-cong-nhan',
  )
})
