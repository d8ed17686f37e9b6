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
