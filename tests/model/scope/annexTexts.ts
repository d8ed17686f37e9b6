// Texts of annexes as people copy them, all of fictional laboratories: from Excel, from Word, from a PDF, whole and damaged.
export const HEAD = `DANH MỤC PHÉP THỬ ĐƯỢC CÔNG NHẬN
LIST OF ACCREDITED TESTS
(Kèm theo quyết định số: /QĐ-VPCNCL ngày tháng 11 năm 2023
của Giám đốc Văn phòng Công nhận Chất lượng)
Tên phòng thí nghiệm: Phòng thử nghiệm Mẫu (hư cấu)
Laboratory: Sample Testing Laboratory (fictional)
Cơ quan chủ quản: Công ty Mẫu
Organization: Sample Company
Lĩnh vực thử nghiệm: Hóa
Field of testing: Chemical
Người quản lý: Nguyễn Văn Mẫu
Laboratory manager: Nguyen Van Mau
Người có thẩm quyền ký:
Approved signatory:
TT Họ và tên/ Name Phạm vi được ký/ Scope
1. Nguyễn Văn Mẫu Các phép thử được công nhận/ Accredited tests
Số hiệu/ Code: VILAS 9187
Hiệu lực công nhận/ Period of Validation: từ ngày /11/2023 đến ngày 25/11/2026
Địa chỉ/ Address: Số 1 phố Mẫu, Hạ Long
Địa điểm/Location: Số 1 phố Mẫu, Hạ Long
Điện thoại/ Tel: 0203 000 0000
E-mail: mau@example.invalid
Website: https://mau.example`

export const COLUMNS = `TT
Tên sản phẩm,
vật liệu được thử
Materials or
products tested
Tên phép thử cụ thể
The name of specific tests
Giới hạn định lượng (nếu có)/
Phạm vi đo
Limit of quantitation (if any)/
range of measurement
Phương pháp thử
Test method`

export const PDF_ROWS = `1.
Nước sạch
Domestic water
Xác định pH
Determination of pH
2 ~ 12
TCVN 6492:2011
2.
Xác định hàm lượng Clorua. Phương pháp chuẩn độ
Determination of Chloride content. Titration method
5,0 mg/L
TCVN 6194:1996
AFL 01/12 Lần ban hành: 4.24 Soát xét/ngày: Trang: 2/3
3.
Thủy sản
Fishery products
Phát hiện
Salmonella spp.
Detection of Salmonella spp.
eLOD50: 2 CFU/25 g
TCVN 10780-1:2017
(ISO 6579-1:2017)`

export const PDF = `${HEAD}\n${COLUMNS}\n${PDF_ROWS}\nGhi chú/Note:\n- TCVN: Tiêu chuẩn quốc gia\n`

export const EXCEL_HEADINGS =
  'TT\tTên sản phẩm, vật liệu được thử/ Materials or product tested\tTên phép thử cụ thể/ The name of specific tests\tGiới hạn định lượng (nếu có)/ Phạm vi đo\tPhương pháp thử/ Test method'

export const EXCEL = `${EXCEL_HEADINGS}
1.\t"Nước sạch
Domestic water"\t"Xác định pH
Determination of pH"\t2 ~ 12\tTCVN 6492:2011
2.\t\tXác định độ đục/ Determination of turbidity\t(0,01~3,0) NTU\t"TCVN 12402-1:2020
SMEWW 2130B:2023"
3.\tXăng không chì/ Unleaded gasoline\tXác định hàm lượng chì\t2,5 mg/L\tASTM D3237-17
\t\t\t\tASTM D5059-21`

export const CALIBRATION = `DANH MỤC PHÉP HIỆU CHUẨN ĐƯỢC CÔNG NHẬN
TT\tTên đại lượng đo hoặc phương tiện đo được hiệu chuẩn\tPhạm vi đo\tQuy trình hiệu chuẩn\tKhả năng đo và hiệu chuẩn (CMC)
1\tCân phân tích\t(0 ~ 220) g\tQTHC 01:2022\t0,3 mg
2\tNhiệt kế thủy tinh\t(-30 ~ 200) °C\tĐLVN 137:2004\t0,12 °C
AFL 01/13 Lần ban hành: 3.00 Trang: 1/1`

export const SAMPLING = `DANH MỤC LẤY MẪU ĐƯỢC CÔNG NHẬN
TT\tTên sản phẩm, vật liệu được lấy mẫu\tPhương pháp lấy mẫu
1\tNước thải\tTCVN 6663-10:2011
2\tPhân bón\tTCVN 9486:2018`

/** One line or a block, and the rows read in it: product | test | range | method | CMC. */
export const cases: [name: string, text: string, rows: string[]][] = [
  [
    'a block as Excel gives it, product over several rows',
    EXCEL,
    [
      'Nước sạch | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ',
      'Nước sạch | Xác định độ đục | (0,01~3,0) NTU | TCVN 12402-1:2020\nSMEWW 2130B:2023 | ',
      'Xăng không chì | Xác định hàm lượng chì | 2,5 mg/L | ASTM D3237-17 | ',
      'Xăng không chì | Xác định hàm lượng chì |  | ASTM D5059-21 | ',
    ],
  ],
  [
    'lines from a PDF, whole',
    PDF,
    [
      'Nước sạch | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ',
      'Nước sạch | Xác định hàm lượng Clorua. Phương pháp chuẩn độ | 5,0 mg/L | TCVN 6194:1996 | ',
      'Thủy sản | Phát hiện Salmonella spp. | eLOD50: 2 CFU/25 g | TCVN 10780-1:2017\n(ISO 6579-1:2017) | ',
    ],
  ],
  [
    'calibrations with CMC',
    CALIBRATION,
    [
      'Cân phân tích |  | (0 ~ 220) g | QTHC 01:2022 | 0,3 mg',
      'Nhiệt kế thủy tinh |  | (-30 ~ 200) °C | ĐLVN 137:2004 | 0,12 °C',
    ],
  ],
  ['sampling', SAMPLING, ['Nước thải |  |  | TCVN 6663-10:2011 | ', 'Phân bón |  |  | TCVN 9486:2018 | ']],
  [
    'four columns without headings',
    'Nước\tXác định pH\t2 ~ 12\tTCVN 6492:2011\nNước\tXác định Fe\t0,1 mg/L\tSMEWW 3111B:2023',
    ['Nước | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ', 'Nước | Xác định Fe | 0,1 mg/L | SMEWW 3111B:2023 | '],
  ],
  [
    'numbers before four columns without headings',
    '1\tNước\tXác định pH\t2 ~ 12\tTCVN 6492:2011\n2\t\tXác định Fe\t0,1 mg/L\tSMEWW 3111B:2023',
    ['Nước | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ', 'Nước | Xác định Fe | 0,1 mg/L | SMEWW 3111B:2023 | '],
  ],
  [
    'three columns: test, range, method',
    'Xác định pH\t2 ~ 12\tTCVN 6492:2011\nXác định Fe\t0,1 mg/L\tTCVN 6177:1996',
    [' | Xác định pH | 2 ~ 12 | TCVN 6492:2011 | ', ' | Xác định Fe | 0,1 mg/L | TCVN 6177:1996 | '],
  ],
  [
    'two columns: test, method',
    'Xác định pH\tTCVN 6492:2011\nXác định Fe\tTCVN 6177:1996',
    [' | Xác định pH |  | TCVN 6492:2011 | ', ' | Xác định Fe |  | TCVN 6177:1996 | '],
  ],
  [
    'English halves on rows of their own',
    `${EXCEL_HEADINGS}\n1\tXi măng\tXác định độ mịn\t0,1 %\tTCVN 13605:2023\n\tCement\tDetermination of fineness\t\t`,
    ['Xi măng | Xác định độ mịn | 0,1 % | TCVN 13605:2023 | '],
  ],
  [
    'a product on a row of its own',
    `${EXCEL_HEADINGS}\n\tBê tông\t\t\t\n1\t\tXác định độ sụt\t\tTCVN 3106:2022`,
    ['Bê tông | Xác định độ sụt |  | TCVN 3106:2022 | '],
  ],
  [
    'headings again on the second page',
    `${EXCEL_HEADINGS}\n1\tNước\tXác định pH\t\tTCVN 6492:2011\n${EXCEL_HEADINGS}\n2\t\tXác định Fe\t\tTCVN 6177:1996`,
    ['Nước | Xác định pH |  | TCVN 6492:2011 | ', 'Nước | Xác định Fe |  | TCVN 6177:1996 | '],
  ],
  [
    'a range on a row of its own joins the row above',
    `${EXCEL_HEADINGS}\n1\tThép\tThử kéo\tđến 600 kN\tTCVN 197-1:2014\n\t\t\tđến 1000 kN\t`,
    ['Thép | Thử kéo | đến 600 kN\nđến 1000 kN | TCVN 197-1:2014 | '],
  ],
  [
    'a whole row on one line',
    '1. Xi măng Xác định độ mịn (0,01~3,0) % TCVN 13605:2023',
    ['Xi măng | Xác định độ mịn | (0,01~3,0) % | TCVN 13605:2023 | '],
  ],
  [
    'both languages on one line with a slash',
    '1. Xi măng/ Cement\nXác định độ mịn/ Determination of fineness\nTCVN 13605:2023',
    ['Xi măng | Xác định độ mịn |  | TCVN 13605:2023 | '],
  ],
  [
    'no numbers: words after a method begin a row',
    'Nước\nXác định pH\nTCVN 6492:2011\nXác định Fe\n0,1 mg/L\nTCVN 6177:1996',
    ['Nước | Xác định pH |  | TCVN 6492:2011 | ', 'Nước | Xác định Fe | 0,1 mg/L | TCVN 6177:1996 | '],
  ],
  [
    'several methods under one test',
    '1.\nNước\nXác định pH\nTCVN 6492:2011\nSMEWW 4500-H+ B:2023\n2.\nXác định Fe\nTCVN 6177:1996',
    ['Nước | Xác định pH |  | TCVN 6492:2011\nSMEWW 4500-H+ B:2023 | ', 'Nước | Xác định Fe |  | TCVN 6177:1996 | '],
  ],
  [
    'in-house and foreign methods',
    '1.\nSợi\nThử độ bền\n6,0 N/m\nTCCS 01:2023 / CĐ-VT\n2.\nXác định độ nhớt\nASTM D7153-15e1\n3.\nĐo điện trở\nTCVN/QS 934:2014',
    [
      'Sợi | Thử độ bền | 6,0 N/m | TCCS 01:2023 / CĐ-VT | ',
      'Sợi | Xác định độ nhớt |  | ASTM D7153-15e1 | ',
      'Sợi | Đo điện trở |  | TCVN/QS 934:2014 | ',
    ],
  ],
  [
    'a range with brackets and degrees',
    '1.\nDầu\nXác định điểm đông\n(-80 ~ 20)oC\nTCVN 3753:2021',
    ['Dầu | Xác định điểm đông | (-80 ~ 20)oC | TCVN 3753:2021 | '],
  ],
  [
    'a range that begins like the number of a row',
    '1.\nNước\nXác định Fe\n5 mg/L\nTCVN 6177:1996\n2.\nXác định Mn\n2 mg/L\nTCVN 6002:1995',
    ['Nước | Xác định Fe | 5 mg/L | TCVN 6177:1996 | ', 'Nước | Xác định Mn | 2 mg/L | TCVN 6002:1995 | '],
  ],
  [
    'a page foot inside a row',
    '1.\nNước\nXác định pH\nAFL 01/12 Lần ban hành: 3.00 Soát xét/ngày: Trang: 1/2\nTCVN 6492:2011',
    ['Nước | Xác định pH |  | TCVN 6492:2011 | '],
  ],
  ['English only', '1.\nWater\nDetermination of pH\n2 ~ 12\nISO 10523:2008', [' |  | 2 ~ 12 | ISO 10523:2008 | ']],
  [
    'names of substances that are no English',
    '1.\nThực phẩm\nĐịnh lượng Coliform/E. coli\n10 CFU/g\nTCVN 6848:2007',
    ['Thực phẩm | Định lượng Coliform/E. coli | 10 CFU/g | TCVN 6848:2007 | '],
  ],
  [
    'Windows line ends and no-break spaces',
    '1.\r\nNước\u00a0sạch\r\nXác định\u00a0pH\r\nTCVN\u00a06492:2011\r\n',
    ['Nước sạch | Xác định pH |  | TCVN 6492:2011 | '],
  ],
  [
    'decomposed letters',
    '1.\nNước\nXác định pH\nTCVN 6492:2011'.normalize('NFD'),
    ['Nước | Xác định pH |  | TCVN 6492:2011 | '],
  ],
  ['a head and no table', HEAD, []],
  ['prose', 'Phòng thử nghiệm được thành lập năm 2001.\nHiện có 12 cán bộ.', []],
  ['nothing', '', []],
  [
    'quotes that are letters',
    'Ống "D10" loại A\tXác định độ bền\t\tTCVN 1:2020\n"Ống\tThử kéo\t\tTCVN 2:2020',
    ['Ống "D10" loại A | Xác định độ bền |  | TCVN 1:2020 | ', '"Ống | Thử kéo |  | TCVN 2:2020 | '],
  ],
]
