// Words of the open pages (tabs), of those opened lately, and of what the palette finds.
export const tabs = {
  label: 'Phòng đang mở',
  loading: 'Đang mở…',
  close: 'Đóng thẻ “{{name}}”',
  more_other: '{{shown}} thẻ khác',
  recent: 'Mở gần đây',
  nothingRecent: 'Chưa mở phòng nào.',
  actions: {
    next: 'Thẻ tiếp theo',
    previous: 'Thẻ trước',
    close: 'Đóng thẻ',
    closeOthers: 'Đóng các thẻ khác',
    recent: 'Mở gần đây…',
  },
}
