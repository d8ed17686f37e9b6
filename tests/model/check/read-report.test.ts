// A pasted passage of a report: labels first, then what can be told from its form; nothing is guessed.
import { describe, expect, it } from 'vitest'
import { readReport } from '../../../db/model/check/read-report'

describe('a pasted report', () => {
  it('is read by its labels, in Vietnamese or both languages', () => {
    expect(
      readReport(`PHIẾU KẾT QUẢ THỬ NGHIỆM
Phòng thử nghiệm: Phòng thử nghiệm Nước Hòn Gai (hư cấu)
Số hiệu/ Code: VILAS 100
Tên mẫu: Nước thải
Chỉ tiêu: Chì (Pb)
Phương pháp thử/ Test method: SMEWW 3111B:2017
Địa điểm: Địa điểm 1
Ngày phát hành: 12/03/2024
Người ký: ThS. Trần Thị Mẫu`),
    ).toEqual({
      lab: 'Phòng thử nghiệm Nước Hòn Gai (hư cấu)',
      code: 'VILAS 100',
      test: 'Chì (Pb) – Nước thải',
      method: 'SMEWW 3111B:2017',
      site: 'Địa điểm 1',
      day: '12/03/2024',
      signatory: 'ThS. Trần Thị Mẫu',
    })
  })
  it('without labels still gives code, day and method', () => {
    expect(readReport('Phiếu số 7 của VILAS: 512, ngày 05 tháng 2 năm 2024,\nthử theo TCVN 8129:2019')).toEqual({
      code: 'VILAS: 512',
      day: 'ngày 05 tháng 2 năm 2024',
      method: 'TCVN 8129:2019',
    })
  })
  it('leaves a day out that is none', () => {
    expect(readReport('Ngày: 31/02/2024\nMã: VILAS 100')).toEqual({ code: 'VILAS 100' })
  })
  it('reads decomposed Unicode and TCVN3 as well', () => {
    expect(readReport('Người ký: Trần Thị Mẫu'.normalize('NFD'))).toEqual({ signatory: 'Trần Thị Mẫu' })
    expect(readReport('Ph­¬ng ph¸p thö: TCVN 6193:1996\nNg­êi ký: TrÇn ThÞ MÉu')).toEqual({
      method: 'TCVN 6193:1996',
      signatory: 'Trần Thị Mẫu',
    })
  })
  it('finds nothing in prose', () => {
    expect(readReport('Kính gửi các phòng,\nxin cảm ơn.')).toEqual({})
  })
})
