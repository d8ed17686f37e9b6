// Days as official papers write them (Nghị định 30/2020/NĐ-CP): days below 10 and the months 1 and 2 get a zero before them, others do not.

/** `ngày 05 tháng 02 năm 2026`, but `ngày 15 tháng 3 năm 2026`. */
export function officialDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `ngày ${twoFigures(date)} tháng ${month <= 2 ? twoFigures(month) : month} năm ${year}`
}

const twoFigures = (figure: number): string => String(figure).padStart(2, '0')

/** The same day a year before; 29 February becomes the 28th. */
export function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  return day.endsWith('-02-29') ? `${year}-02-28` : `${year}${day.slice(4)}`
}
