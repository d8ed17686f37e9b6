// The one folder of this machine in which the app keeps everything: Chromium's files, the profile and, in registers/, the registers.
// It is local on purpose: a roaming or synchronised folder breaks a live SQLite file.
import { posix, win32 } from 'node:path'

const NAME = 'so-cong-nhan'

export interface Machine {
  platform: string
  home: string
  env: Readonly<Record<string, string | undefined>>
}

/** Windows: LocalAppData; macOS: Application Support; elsewhere the XDG data folder. */
export function appFolder({ platform, home, env }: Machine): string {
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] || win32.join(home, 'AppData', 'Local'), NAME)
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', NAME)
  const data = env['XDG_DATA_HOME']
  return posix.join(data !== undefined && posix.isAbsolute(data) ? data : posix.join(home, '.local', 'share'), NAME)
}
