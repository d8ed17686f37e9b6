// Lời của các quy tắc kiểm tra ô nhập: mỗi câu nói phải làm gì. Khóa là `rule` mà db/model và cửa vào của sổ trả về.
export const rules = {
  required: 'Hãy điền ô này.',
  not_a_day: 'Ô này cần đủ ngày, tháng, năm. Hãy gõ như 25/11/2026.',
  not_a_partial_date: 'Chưa đọc được ngày này. Hãy gõ như 25/11/2026, 11/2026 hoặc 2026.',
  expiry_before_effective: 'Ngày hết hạn ở trước ngày bắt đầu hiệu lực. Hãy xem lại hai ngày.',
  day_needed:
    'Hãy ghi ngày có hiệu lực hoặc ngày ký (tháng hoặc năm cũng được), để sổ biết thay đổi bắt đầu từ khi nào.',
  changed_since: 'Người khác vừa sửa ô này. Hãy so hai giá trị và chọn giá trị đúng.',
  too_big: 'Chữ quá dài cho ô này. Hãy viết ngắn hơn.',
  too_small: 'Hãy điền ô này.',
  not_later: 'Ngày hẹn phải sau hôm nay. Hãy chọn một ngày muộn hơn.',
  itself: 'Hai ô là cùng một từ. Hãy gõ một từ khác.',
  duplicate: 'Đã có cặp “{{term}}” – “{{other}}”. Hãy sửa cặp đó, hoặc gõ một từ khác.',
  viewName: 'Đã có chế độ xem tên “{{name}}”. Hãy đặt tên khác.',
  circle: 'Theo các cặp đã có, một từ sẽ thuộc chính nó. Hãy đổi quan hệ, hoặc gõ một từ khác.',
  in_use: 'Mục này đang được mục khác dùng. Hãy gỡ chỗ đang dùng trước.',
  not_undoable: 'Không hoàn tác được lần ghi này: đã hoàn tác rồi, hoặc là thiết lập, tài khoản hay lúc tạo sổ.',
  code: {
    empty: 'Mã đang trống.',
    scheme_missing: '“{{typed}}” mới có số. Hãy ghi cả chương trình, ví dụ VILAS 185.',
    number_missing: '“{{typed}}” chưa có số. Hãy ghi thêm số, ví dụ VILAS 185.',
    zero: 'Số của mã không thể là 0. Hãy xem lại trên giấy.',
    letter_in_number: '“{{typed}}” có chữ cái lẫn trong số. Hãy xem lại trên giấy; nếu là mã gợi ý thì nhấn nút gợi ý.',
    separator_lost: '“{{typed}}” có lẽ đã mất dấu chấm. Hãy xem lại trên giấy; nếu là mã gợi ý thì nhấn nút gợi ý.',
    several_codes: 'Ô này chỉ ghi một mã. Mỗi mã là một công nhận; hãy thêm công nhận khác cho mã còn lại.',
    unknown_layout: '“{{typed}}” không theo cách viết mã của chương trình này. Hãy xem lại trên giấy.',
  },
} as const
