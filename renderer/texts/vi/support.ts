// The support bundle.
export const support = {
  open: 'Gói hỗ trợ…',
  title: 'Gói hỗ trợ',
  hint: 'Gửi gói này cho người giúp khi phần mềm gặp sự cố. Trong gói chỉ có phiên bản, số đếm và nhật ký kỹ thuật; không có tên, giá trị trong sổ, đường dẫn hay mật khẩu. Phần mềm không tự gửi đi đâu.',
  seen: 'Đây là toàn bộ nội dung sẽ được lưu. Hãy xem trước khi gửi.',
  save: 'Lưu gói…',
  name: 'goi-ho-tro',
  saved: 'Đã lưu gói hỗ trợ “{{name}}”.',
  empty: '(trống)',
}
