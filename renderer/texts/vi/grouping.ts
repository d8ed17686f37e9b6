// Words of the grouped list: what it is grouped by, and the groups that have no name of their own.
export const grouping = {
  title: 'Nhóm theo',
  none: 'Không nhóm',
  by: {
    status: 'Tình trạng',
    scheme: 'Chương trình',
    field: 'Lĩnh vực',
    owner: 'Cơ quan chủ quản',
    area: 'Địa bàn hiện nay',
    oldArea: 'Địa bàn cũ (đến 30/06/2025)',
  },
  action: {
    none: 'Bỏ nhóm',
    status: 'Nhóm theo tình trạng',
    scheme: 'Nhóm theo chương trình',
    field: 'Nhóm theo lĩnh vực',
    owner: 'Nhóm theo cơ quan chủ quản',
    area: 'Nhóm theo địa bàn hiện nay',
    oldArea: 'Nhóm theo địa bàn cũ',
  },
  without: {
    status: 'Chưa rõ tình trạng',
    scheme: 'Không có công nhận',
    field: 'Chưa rõ lĩnh vực',
    owner: 'Chưa rõ cơ quan chủ quản',
    area: 'Chưa rõ địa bàn',
    oldArea: 'Chưa rõ địa bàn cũ',
  },
  closeAll: 'Thu gọn mọi nhóm',
  openAll: 'Mở mọi nhóm',
  repeated: 'Phòng thuộc nhiều nhóm thì đứng ở từng nhóm.',
  keys: { fold: 'Thu gọn, mở nhóm', move: 'Chuyển cột sang trái, phải (ở tên cột)' },
}
