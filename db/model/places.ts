// Where a live register must not lie: on a drive of the network, where locks and flushes are not what they say, or in a folder that OneDrive,
// Google Drive, Dropbox and the like copy away while it is written. Both have broken SQLite files; backups may lie there. Pure: path,
// environment and mounts are arguments.

export interface PlaceFacts {
  /** as Node has it: win32, linux, darwin */
  platform: string
  /** the file's real path, links and mapped drives followed (Windows gives a mapped drive as \\server\share) */
  path: string
  env: Readonly<Record<string, string | undefined>>
  /** /proc/self/mountinfo where the system has it, else '' */
  mounts: string
}

export interface BadPlace {
  kind: 'network' | 'sync'
  /** for people: OneDrive, Google Drive, a server's name, a mount's kind */
  name: string
}

/** Null: a live register may lie there. */
export function badPlace(facts: PlaceFacts): BadPlace | null {
  return uncPlace(facts) ?? mountedPlace(facts) ?? syncedPlace(facts)
}

/** \\server\share\… and \\?\UNC\server\share\…; not \\?\C:\… and not WSL's own disks. */
function uncPlace({ platform, path }: PlaceFacts): BadPlace | null {
  if (platform !== 'win32') return null
  const plain = path.replaceAll('/', '\\')
  const server = /^\\\\(?:[?.]\\UNC\\)?([^\\?.][^\\]*)\\/i.exec(plain)?.[1]
  return server === undefined || /^wsl(\$|\.localhost)$/i.test(server) ? null : { kind: 'network', name: server }
}

const NETWORK =
  /^(nfs\d?|cifs|smb\d?|smbfs|afpfs|afs|ceph|glusterfs|davfs2?|webdav|ncpfs|9pnet|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|glusterfs|s3fs|smbnetfs|cifs))$/
const SYNC_MOUNT = /^fuse\.(.*(onedrive|google|gdrive|dropbox).*)$/i

/** The mount the path lies on, by the longest mount point (mountinfo(5): the kind stands after the lone hyphen). */
function mountedPlace({ platform, path, mounts }: PlaceFacts): BadPlace | null {
  if (platform === 'win32' || mounts === '') return null
  let best: { point: string; kind: string; source: string } | null = null
  for (const line of mounts.split('\n')) {
    const point = unescape(line.split(' ', 5)[4] ?? '')
    // of two mounts on one point the later one covers the earlier
    if (!isWithin(path, point) || point.length < (best?.point.length ?? 0)) continue
    const [kind = '', source = ''] = line.split(' - ')[1]?.split(' ') ?? []
    best = { point, kind, source }
  }
  if (best === null) return null
  const service = SYNC_MOUNT.exec(best.kind)?.[1]
  if (service !== undefined) return { kind: 'sync', name: service }
  return NETWORK.test(best.kind) ? { kind: 'network', name: unescape(best.source) || best.kind } : null
}

/** mountinfo writes spaces and tabs as octal numbers. */
const unescape = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)))

const isWithin = (path: string, folder: string): boolean =>
  folder !== '' && (folder === '/' ? path.startsWith('/') : path === folder || path.startsWith(`${folder}/`))

const SYNC_VARIABLES = ['OneDrive', 'OneDriveConsumer', 'OneDriveCommercial'] as const

/** Folder names as each service makes them, in Vietnamese too; “OneDrive - Sở KHCN” and “Dropbox (Sở)” with the office's name. */
const SYNC_FOLDERS: readonly [RegExp, string][] = [
  [/^onedrive( - .*)?$/, 'OneDrive'],
  [/^(google ?drive|googledrive(-.*)?|my drive|drive của tôi|drivefs)$/, 'Google Drive'],
  [/^dropbox( \(.*\))?$/, 'Dropbox'],
  [/^(iclouddrive|icloud drive|mobile documents|com~apple~clouddocs)$/, 'iCloud Drive'],
  [/^box( sync)?$/, 'Box'],
  [/^(nextcloud|owncloud)$/, 'Nextcloud'],
  [/^cloudstorage$/, 'CloudStorage'],
]

function syncedPlace({ platform, path, env }: PlaceFacts): BadPlace | null {
  const plain = normal(path, platform)
  for (const name of SYNC_VARIABLES) {
    const root = variable(env, name, platform)
    if (root !== undefined && root !== '' && isWithin(plain, normal(root, platform).replace(/\/+$/, '')))
      return { kind: 'sync', name: 'OneDrive' }
  }
  const folders = plain.split('/').slice(0, -1)
  for (const folder of folders) {
    const found = SYNC_FOLDERS.find(([pattern]) => pattern.test(folder))
    // “Box” alone is a word like others; the service makes it in the home folder only
    if (found && (found[1] !== 'Box' || folders.indexOf(folder) <= 3)) return { kind: 'sync', name: found[1] }
  }
  return null
}

/** Windows names its variables in any case; elsewhere to read all of them takes longer than the rest of the question. */
const variable = (env: PlaceFacts['env'], name: string, platform: string): string | undefined =>
  env[name] ??
  (platform === 'win32'
    ? Object.entries(env).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
    : undefined)

const normal = (path: string, platform: string): string => {
  const slashes = platform === 'win32' ? path.replace(/^\\\\\?\\(?!UNC)/i, '').replaceAll('\\', '/') : path
  return slashes.normalize('NFC').toLowerCase()
}
