// Taking a personal value or a file out at a person's request.
export const redact = {
  open: 'Xóa theo yêu cầu…',
  openFile: 'Xóa hẳn theo yêu cầu…',
  of: 'Xóa theo yêu cầu {{what}}: {{value}}',
  title: 'Xóa giá trị theo yêu cầu',
  titleFile: 'Xóa tệp theo yêu cầu',
  value: '{{what}}: {{value}}',
  times_other: 'Giá trị này được ghi {{shown}} lần trong lịch sử của mục này; tất cả sẽ bị xóa, cả ở sổ hiện tại.',
  everywhere_other: 'Xóa cả ở {{shown}} chỗ khác ghi đúng như vậy',
  more: 'và {{shown}} chỗ nữa',
  within_other:
    'Còn {{shown}} chỗ có giá trị này nằm trong một đoạn dài hơn. Các chỗ đó không bị đụng tới: hãy sửa đoạn ấy rồi xóa bản cũ theo yêu cầu.',
  reasons_other:
    '{{shown}} lần lưu có giá trị này trong lý do, nguồn hoặc tên người ghi. Phần đó thuộc chuỗi nhật ký nên không xóa được.',
  file: 'Tệp “{{what}}” sẽ bị xóa khỏi thư mục của sổ, cả tên và tên gọi trong nhật ký, ở mọi chỗ nó được gắn.',
  keeps:
    'Nhật ký vẫn ghi rằng có một giá trị đã bị xóa, ai xóa, lúc nào, vì sao; kiểm tra nhật ký vẫn đúng. Chỗ cũ hiện “(đã xóa theo yêu cầu)”.',
  backups_other:
    '{{shown}} bản sao lưu cũ vẫn còn giữ nó cho đến khi được thay. Tệp đã xuất và bản chép ở máy khác cũng vậy.',
  why: 'Lý do',
  whyHint: 'Ví dụ: theo đơn của người có thông tin. Đừng ghi lại chính giá trị cần xóa.',
  whyMissing: 'Hãy ghi lý do, ít nhất 3 chữ.',
  final: 'Không thể hoàn tác.',
  run: 'Xóa hẳn giá trị',
  runFile: 'Xóa hẳn tệp',
  done_other: 'Đã xóa theo yêu cầu ở {{shown}} chỗ ghi trong nhật ký.',
  doneLater_other: 'Đã xóa theo yêu cầu ở {{shown}} chỗ ghi. Vết còn lại trong tệp sổ sẽ mất khi đóng sổ.',
  shown: '(đã xóa theo yêu cầu)',
}
