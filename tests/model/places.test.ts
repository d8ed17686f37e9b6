// Where a live register must not lie: network drives and folders that a service copies away.
import { describe, expect, it } from 'vitest'
import { badPlace } from '../../db/model/places'

const windows = (path: string, env: Record<string, string> = {}) =>
  badPlace({ platform: 'win32', path, env, mounts: '' })
const MOUNTS = [
  '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
  '30 22 0:40 / /mnt/chung\\040phòng rw,relatime shared:2 - cifs //maychu/chung rw',
  '31 22 0:41 / /home/an/nfs rw - nfs4 10.0.0.2:/so rw',
  '32 22 0:42 / /home/an/GDrive rw - fuse.google-drive-ocamlfuse google-drive-ocamlfuse rw',
  '33 22 0:43 / /media/an/USB rw - vfat /dev/sdb1 rw',
  '34 31 0:44 / /home/an/nfs/local rw - ext4 /dev/sdc1 rw',
  '35 22 0:45 / /home/an/ssh rw - fuse.sshfs an@maychu:/so rw',
].join('\n')
const linux = (path: string) => badPlace({ platform: 'linux', path, env: {}, mounts: MOUNTS })

describe('a live register', () => {
  it.each([
    ['C:\\Users\\an\\AppData\\Local\\so-cong-nhan\\registers\\so.scn'],
    ['D:\\Sổ\\so.scn'],
    ['E:\\so.scn'],
    ['\\\\?\\C:\\Users\\an\\so.scn'],
    ['\\\\wsl.localhost\\Ubuntu\\home\\an\\so.scn'],
    ['C:\\Users\\an\\Documents\\Dropbox cũ chép ra\\so.scn'],
    ['C:\\Hồ sơ\\2026\\phòng\\tủ\\Box\\so.scn'],
    ['C:\\Users\\an\\onedrive.scn'],
  ])('may lie at %s', (path) => expect(windows(path)).toBeNull())

  it.each([
    ['\\\\maychu\\chung\\so.scn', 'network', 'maychu'],
    ['//maychu/chung/so.scn', 'network', 'maychu'],
    ['\\\\?\\UNC\\maychu\\chung\\so.scn', 'network', 'maychu'],
    ['C:\\Users\\an\\OneDrive\\Documents\\so.scn', 'sync', 'OneDrive'],
    ['C:\\Users\\an\\OneDrive - Sở KHCN Quảng Ninh\\so.scn', 'sync', 'OneDrive'],
    ['G:\\My Drive\\so.scn', 'sync', 'Google Drive'],
    ['G:\\Drive của tôi\\so.scn', 'sync', 'Google Drive'],
    ['C:\\Users\\an\\Google Drive\\so.scn', 'sync', 'Google Drive'],
    ['C:\\Users\\an\\Dropbox\\so.scn', 'sync', 'Dropbox'],
    ['C:\\Users\\an\\DROPBOX (Sở KHCN)\\so.scn', 'sync', 'Dropbox'],
    ['C:\\Users\\an\\iCloudDrive\\so.scn', 'sync', 'iCloud Drive'],
    ['C:\\Users\\an\\Box\\so.scn', 'sync', 'Box'],
  ])('may not lie at %s', (path, kind, name) => expect(windows(path)).toEqual({ kind, name }))

  it('may not lie where OneDrive itself says that it copies, whatever the folder is called', () => {
    const env = { ONEDRIVECOMMERCIAL: 'D:\\Đám mây\\' }
    expect(windows('d:\\đám mây\\so.scn', env)).toEqual({ kind: 'sync', name: 'OneDrive' })
    expect(windows('D:\\Đám mây khác\\so.scn', env)).toBeNull()
  })

  it.each([
    ['/home/an/.local/share/so-cong-nhan/registers/so.scn', null],
    ['/media/an/USB/so.scn', null],
    ['/home/an/nfs/local/so.scn', null],
    ['/home/an/nfs-cũ/so.scn', null],
    ['/home/an/nfs/so.scn', { kind: 'network', name: '10.0.0.2:/so' }],
    ['/mnt/chung phòng/so.scn', { kind: 'network', name: '//maychu/chung' }],
    ['/home/an/ssh/so.scn', { kind: 'network', name: 'an@maychu:/so' }],
    ['/home/an/GDrive/so.scn', { kind: 'sync', name: 'google-drive-ocamlfuse' }],
    ['/home/an/Dropbox/so.scn', { kind: 'sync', name: 'Dropbox' }],
  ])('on Linux is judged by the mount it lies on: %s', (path, place) => expect(linux(path)).toEqual(place))

  it('on a Mac may not lie in the system’s cloud storage', () => {
    const mac = (path: string) => badPlace({ platform: 'darwin', path, env: {}, mounts: '' })
    expect(mac('/Users/an/Library/CloudStorage/OneDrive-Personal/so.scn')).toMatchObject({ kind: 'sync' })
    expect(mac('/Users/an/Library/Application Support/so-cong-nhan/registers/so.scn')).toBeNull()
  })
})
