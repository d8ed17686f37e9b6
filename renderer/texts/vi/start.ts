// Words of the screen “Mở hoặc tạo sổ” and of everything that opens, makes or refuses a register.
export const start = {
  title: 'Mở hoặc tạo sổ',
  line: 'Sổ đang mở: {{name}}. Sổ này vẫn mở cho đến khi bạn chọn sổ khác.',
  closed: 'Chưa mở sổ nào. Hãy mở một sổ có sẵn hoặc tạo sổ mới.',
  actions: { open: 'Mở sổ có sẵn…', create: 'Tạo sổ mới…', openFile: 'Mở tệp sổ được đưa vào' },
  new: {
    title: 'Tạo sổ mới',
    kind: 'Loại sổ',
    kinds: {
      'quang-ninh': {
        name: 'Sổ Quảng Ninh',
        text: 'Các phòng thí nghiệm của tỉnh đã được nêu công khai, mỗi giá trị kèm nguồn; còn chờ xác minh.',
      },
      sample: {
        name: 'Sổ mẫu để tập',
        text: 'Phòng, mã và quyết định đều hư cấu, đủ mọi tình trạng. Sửa, xóa thoải mái; không dùng làm sổ thật.',
      },
      empty: { name: 'Sổ trống', text: 'Chưa có phòng nào, chỉ có các danh mục dùng chung. Nhập từ đầu.' },
    },
    name: 'Tên sổ',
    nameHint: 'Hiện ở đầu cửa sổ, ví dụ “Sổ Quảng Ninh 2026”.',
    nameMissing: 'Hãy đặt tên cho sổ.',
    nameLong: 'Tên dài quá 80 chữ. Hãy viết ngắn hơn.',
    submit: 'Tạo sổ',
    where:
      'Sổ mới nằm trong thư mục của phần mềm trên máy này. Việc tạo sổ không hoàn tác được; sổ đang mở vẫn giữ nguyên.',
  },
  old: {
    title: 'Mở sổ có sẵn',
    pick: 'Chọn tệp sổ…',
    hint: 'Sổ (.scn) hoặc bản sao lưu (.scn, .scnk). Cũng có thể kéo tệp vào cửa sổ này.',
  },
  recent: {
    title: 'Mở gần đây',
    none: 'Chưa mở sổ nào trên máy này.',
    opened: 'mở lúc {{when}}',
    open: 'đang mở',
    absent: 'không còn ở chỗ cũ',
    absentHint: 'Sổ không còn ở chỗ cũ: hãy cắm lại ổ đĩa, hoặc dùng “Chọn tệp sổ…” nếu tệp đã chuyển chỗ.',
  },
  opened: 'Đã mở {{name}}.',
  openedToRead: {
    locked: 'Đã mở {{name}} chỉ để đọc, vì một chương trình khác đang mở sổ này.',
    medium: 'Đã mở {{name}} chỉ để đọc, vì không được ghi vào nơi chứa tệp.',
  },
  created: 'Đã tạo {{name}}.',
  brought: 'Đã khôi phục {{name}} từ bản sao lưu.',
  bring: {
    title: 'Khôi phục từ bản sao lưu',
    what: 'Đây là bản sao lưu của “{{name}}”, làm lúc {{at}}.',
    how: 'Phần mềm lập một sổ mới trên máy này từ bản sao lưu, cả tệp đính kèm. Bản sao lưu và sổ đang mở giữ nguyên.',
    passphrase: 'Bản này có mật khẩu. Hãy nhập mật khẩu đã đặt khi sao lưu.',
    do: 'Khôi phục',
    noManifest: 'Thiếu tệp .json cùng tên với “{{file}}”. Hãy chép cả thư mục sao lưu rồi chọn lại.',
    broken: 'Bản sao lưu “{{file}}” đã hỏng hoặc thiếu tệp nên không khôi phục được. Hãy chọn bản khác.',
  },
  dismiss: 'Đóng thông báo',
  place: {
    title: 'Mở “{{file}}”',
    copyText:
      'Tệp nằm ngoài thư mục của phần mềm. Nên sao chép vào máy này: rút USB hay mất mạng cũng không mất việc, tệp gốc giữ nguyên.',
    inPlaceText: 'Mở tại chỗ thì mọi thay đổi ghi thẳng vào tệp đó.',
    copy: 'Sao chép vào máy này và mở',
    inPlace: 'Mở tại chỗ',
    bad: {
      network: 'Tệp nằm trên ổ mạng ({{service}}). Sổ đang mở mà để ở đó thì mất mạng giữa chừng có thể làm hỏng sổ.',
      sync: 'Tệp nằm trong thư mục {{service}} tự đồng bộ. Sổ đang mở mà để ở đó có thể bị chép dở và hỏng.',
      wayOut: 'Hãy sao chép sổ vào máy này rồi làm việc trên bản sao; bản sao lưu thì để ở đó được.',
    },
  },
  drop: {
    one: 'Hãy thả từng tệp một.',
    paper: 'Hãy mở trang của phòng rồi thả “{{file}}” vào đó để đính kèm.',
    unknown: 'Chưa dùng được “{{file}}” ở đây. Hãy thả tệp sổ (.scn).',
  },
  badPlace: {
    network:
      '“{{file}}” nằm trên ổ mạng ({{service}}), nơi sổ đang mở dễ bị hỏng, nên không mở tại chỗ. Hãy chọn “Chọn tệp sổ…” rồi sao chép sổ vào máy này; bản sao lưu thì để trên ổ mạng được.',
    sync: '“{{file}}” nằm trong thư mục {{service}} tự đồng bộ, nơi sổ đang mở dễ bị hỏng, nên không mở tại chỗ. Hãy chọn “Chọn tệp sổ…” rồi sao chép sổ vào máy này; bản sao lưu thì để ở đó được.',
  },
  why: {
    file_missing:
      'Không thấy “{{file}}” ở chỗ cũ. Hãy cắm lại ổ đĩa rồi thử lại, hoặc chọn tệp nếu nó đã chuyển chỗ hay đổi tên.',
    file_locked:
      '“{{file}}” đang bị chương trình khác giữ. Hãy đóng chương trình đó rồi mở lại; tệp không bị thay đổi.',
    not_a_register:
      '“{{file}}” không phải là sổ của phần mềm này; tệp không bị thay đổi. Hãy chọn tệp do phần mềm này tạo ra.',
    newer_register:
      '“{{file}}” do bản phần mềm mới hơn tạo ra; tệp không bị thay đổi. Hãy cập nhật phần mềm rồi mở lại.',
    damaged_register:
      '“{{file}}” bị hỏng hoặc chép chưa trọn; tệp được giữ nguyên. Hãy chép lại từ nơi gốc, hoặc mở bản sao lưu gần nhất.',
    read_only:
      '“{{file}}” nằm ở nơi không được ghi và chưa được đóng hẳn, nên không mở tại chỗ được. Hãy mở lại và chọn sao chép vào máy này.',
  },
}
