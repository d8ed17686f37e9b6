// Words of the screen “Thùng rác”.
export const trash = {
  title: 'Thùng rác',
  line: 'Mục ở đây không bị mất; khôi phục lúc nào cũng được.',
  count_other: '{{shown}} mục',
  selected_other: 'đang chọn {{shown}}',
  columns: { entity: 'Loại', label: 'Tên', trashedAt: 'Đưa vào lúc', by: 'Người làm', restore: 'Việc' },
  unnamed: '(chưa có tên)',
  restore: 'Khôi phục',
  restoreThis: 'Khôi phục {{what}}',
  restoreSelected: 'Khôi phục mục đang chọn',
  restored: 'Đã khôi phục {{what}}.',
  restoredMany_other: 'Đã khôi phục {{shown}} mục.',
  failed: 'Chưa khôi phục được {{what}}. {{why}}',
  named: '{{entity}} “{{label}}”',
  open: 'Mở trang của phòng',
  empty: {
    title: 'Thùng rác đang trống',
    text: 'Khi xóa một phòng, địa điểm, công nhận hay quyết định, mục đó nằm ở đây và khôi phục được.',
  },
}
