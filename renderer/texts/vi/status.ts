// Status and flag words beside their icons. The sentences that explain a status (“Vì sao?”) live in db/model/texts.
export const status = {
  valid: 'Còn hiệu lực',
  expiring: 'Sắp hết hạn',
  expired: 'Hết hiệu lực',
  suspended: 'Đình chỉ',
  partly_suspended: 'Đình chỉ một phần',
  withdrawn: 'Đã hủy bỏ',
  not_accredited: 'Chưa được công nhận',
  unknown: 'Chưa rõ',
  daysLeft_other: 'còn {{shown}} ngày',
  lastDay: 'hết hôm nay',
  openEnd: 'có thể đã hết hạn',
  why: 'Vì sao?',
}
