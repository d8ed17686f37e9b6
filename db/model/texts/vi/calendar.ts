// Lịch hết hạn (.ics): tên lịch, tiêu đề và mô tả của từng sự kiện.
export const calendar = {
  name: 'Hạn công nhận',
  noCode: 'chưa có mã số',
  summary: {
    expiry: 'Hết hiệu lực {{code}}: {{name}}',
    surveillance: 'Đến hạn giám sát {{code}}: {{name}}',
  },
  on: {
    expiry: 'Hiệu lực đến hết ngày {{day}}.',
    surveillance: 'Hạn giám sát: {{day}}.',
  },
  between: {
    expiry: 'Ngày hết hiệu lực ghi không đầy đủ: từ {{first}} đến {{last}}.',
    surveillance: 'Hạn giám sát: từ {{first}} đến {{last}}.',
  },
  holder: 'Tổ chức được công nhận: {{holder}}',
  laboratories: 'Phòng: {{names}}',
  source: 'Theo Sổ Công nhận ngày {{day}}.',
}
