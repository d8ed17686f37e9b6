// Sizes of files as people read them: 1,4 MB.
import type { Language } from '../../texts/formats'

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

export function formatSize(bytes: number, language: Language): string {
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log(bytes) / Math.log(1024)))
  const value = bytes / 1024 ** step
  const digits = step > 0 && value < 10 ? 1 : 0
  const shown = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: digits })
  return `${shown.format(value)} ${units[step]!}`
}
