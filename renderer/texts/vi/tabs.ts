// Words of the open pages (tabs), of those opened lately, and of what the palette finds.
export const tabs = {
  label: 'Phòng đang mở',
  loading: 'Đang mở…',
  close: 'Đóng thẻ “{{name}}”',
  more_other: '{{shown}} thẻ khác',
  recent: 'Mở gần đây',
  nothingRecent: 'Chưa mở phòng nào.',
  found: {
    accreditations: 'Công nhận',
    decisions: 'Quyết định',
    owners: 'Cơ quan chủ quản',
    standards: 'Tiêu chuẩn',
  },
  noShortcut: 'Không có phím tắt (tìm bằng Ctrl+K hoặc mở trình đơn)',
  actions: {
    next: 'Thẻ tiếp theo',
    previous: 'Thẻ trước',
    close: 'Đóng thẻ',
    closeOthers: 'Đóng các thẻ khác',
    recent: 'Mở gần đây…',
  },
}
