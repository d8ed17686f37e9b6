// Số liệu: tên và cách đếm của mỗi số, vì sao một phòng được tính, và vì sao khác với một ngày khác.
export const figures = {
  rules: {
    labs_in_force: {
      name: 'Phòng còn được công nhận',
      wording:
        'Phòng có ít nhất một công nhận còn hiệu lực vào ngày xem, đếm mỗi phòng một lần. Tính cả công nhận sắp hết hạn hoặc bị đình chỉ một phần; không tính công nhận bị đình chỉ toàn bộ hay chưa rõ.',
    },
    accreditations_in_force: {
      name: 'Công nhận còn hiệu lực',
      wording:
        'Công nhận còn hiệu lực vào ngày xem, mỗi công nhận một lần dù áp dụng cho nhiều phòng. Tính cả công nhận sắp hết hạn hoặc bị đình chỉ một phần.',
    },
    labs_by_scheme: {
      name: 'Phòng theo chương trình',
      wording:
        'Phòng có công nhận trong sổ vào ngày xem, còn hay hết hiệu lực, đếm mỗi phòng một lần. Ở từng chương trình, một phòng có thể đứng ở nhiều dòng nên cộng các dòng có thể lớn hơn tổng.',
    },
    labs_las_vilas: {
      name: 'Phòng LAS, VILAS',
      wording:
        'Phòng có công nhận thuộc chương trình VILAS, VILAS MED hoặc LAS-XD mà sổ không biết là đã hết hạn hay bị hủy, kể cả khi mới chỉ được nêu; đếm mỗi phòng một lần.',
    },
    labs_international: {
      name: 'Phòng đạt tiêu chuẩn quốc tế',
      wording:
        'Phòng có công nhận ghi phiên bản còn được thừa nhận vào ngày xem của một tiêu chuẩn quốc tế (ISO, ISO/IEC hoặc bản TCVN tương ứng), mà sổ không biết là đã hết hạn hay bị hủy. Không ghi phiên bản thì không tính.',
    },
    labs_st_organizations: {
      name: 'Phòng của tổ chức KH&CN',
      wording:
        'Phòng mà cơ quan chủ quản vào ngày xem là tổ chức KH&CN công lập hoặc ngoài công lập, có hay chưa có công nhận.',
    },
    labs_customs: {
      name: 'Phòng của hải quan',
      wording: 'Phòng mà cơ quan chủ quản vào ngày xem thuộc ngành hải quan, có hay chưa có công nhận.',
    },
  },
  parts: { none: 'chưa rõ chương trình', in_force: 'còn hiệu lực', not_certain: 'đình chỉ hoặc chưa rõ' },
  why: {
    until: '{{status}} đến hết {{expiry}}',
    unlimited: '{{status}}, không thời hạn',
    noCode: 'công nhận chưa có mã số',
    noCodeOf: '{{scheme}} chưa có mã số',
    owner: 'chủ quản: {{owner}} ({{sector}})',
  },
  moved: {
    expired: 'hết hạn {{day}}',
    status: 'từ {{day}} {{status}}',
    edition: '{{title}} chỉ được thừa nhận đến hết {{day}}',
    standards: 'tiêu chuẩn ghi trên công nhận đã đổi',
    leftLab: 'không còn áp dụng cho phòng này',
    cameToLab: 'bắt đầu áp dụng cho phòng này',
    labNew: 'phòng chưa có vào ngày trước',
    labGone: 'phòng không còn vào ngày sau',
    owner: 'chủ quản đổi từ “{{before}}” sang “{{after}}”',
  },
} as const
