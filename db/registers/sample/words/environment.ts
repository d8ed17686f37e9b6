// Water, waste water, air, waste and the inspection of cargo.
import { plain, words, type Family } from './family'

const waters = words(
  'Nước mặt|Surface water; Nước ngầm|Groundwater; Nước biển ven bờ|Coastal sea water; Nước thải công nghiệp|Industrial waste water; Nước thải sinh hoạt|Domestic waste water; Nước thải mỏ than|Coal mine waste water; Nước thải y tế|Hospital waste water; Nước thải chế biến thủy sản|Seafood processing waste water; Nước sạch|Clean water; Nước uống đóng chai|Bottled drinking water; Nước đá dùng liền|Edible ice; Nước ăn uống|Drinking water; Nước nuôi trồng thủy sản|Aquaculture water; Nước hồ bơi|Swimming pool water; Nước làm mát|Cooling water; Nước nồi hơi|Boiler water; Nước mưa|Rain water; Nước chạy thận|Dialysis water',
)
const waterStates = [
  plain,
  ...words(
    'sau xử lý|treated; chưa xử lý|raw; tại nguồn|at source; tại vòi|at tap; mẫu tổ hợp|composite; mẫu đơn|grab',
  ),
]
const dissolved = words(
  'amoni (NH4+)|ammonium; nitrat (NO3-)|nitrate; nitrit (NO2-)|nitrite; photphat (PO43-)|phosphate; sunfat (SO42-)|sulfate; clorua (Cl-)|chloride; florua (F-)|fluoride; bromua (Br-)|bromide; sunfua (S2-)|sulfide; xyanua (CN-)|cyanide; tổng nitơ|total nitrogen; tổng photpho|total phosphorus; COD; BOD5; TOC; TSS; TDS; độ đục|turbidity; độ màu|colour; độ cứng|hardness; độ kiềm|alkalinity; chỉ số pecmanganat|permanganate index; clo dư|residual chlorine; oxy hòa tan|dissolved oxygen; tổng dầu mỡ|total oil and grease; dầu mỡ khoáng|mineral oil; chất hoạt động bề mặt|surfactants; phenol; formaldehyt|formaldehyde; chì|lead; cadimi|cadmium; asen|arsenic; thủy ngân|mercury; đồng|copper; kẽm|zinc; sắt|iron; mangan|manganese; niken|nickel; crom (VI)|chromium (VI); crom tổng|total chromium; bo|boron; bari|barium; nhôm|aluminium; natri|sodium; selen|selenium; benzen|benzene; toluen|toluene; xylen|xylene; cloroform|chloroform; PCB tổng|total PCB; hóa chất bảo vệ thực vật clo hữu cơ|organochlorine pesticides; hóa chất bảo vệ thực vật photpho hữu cơ|organophosphorus pesticides; chlorophyll-a; tổng hoạt độ phóng xạ alpha|gross alpha activity; tổng hoạt độ phóng xạ beta|gross beta activity',
)

export const waterChemistry: Family = {
  field: 'chemical',
  matrices: waters,
  states: waterStates,
  tests: words('Xác định {x}|Determination of {x}; Xác định hàm lượng {x}|Determination of {x} content'),
  subjects: dissolved,
  techniques: words(
    'đo quang UV-VIS|UV-VIS photometry; sắc ký ion|ion chromatography; ICP-MS; ICP-OES; chuẩn độ|titration; điện cực chọn lọc|ion-selective electrode; dòng chảy liên tục|continuous flow; GC-MS; khối lượng|gravimetry; điện hóa|electrochemistry',
  ),
  methods: ['SMEWW', 'TCVN', 'ISO', 'EPA', 'TCCS'],
  range: { kind: 'loq', units: ['mg/L', 'µg/L', 'NTU', 'Pt-Co', 'Bq/L'], scale: [0.001, 10], decimals: 3 },
}

export const waterMicrobiology: Family = {
  field: 'biological',
  matrices: waters,
  states: waterStates,
  tests: words('Định lượng {x}|Enumeration of {x}; Phát hiện {x}|Detection of {x}'),
  subjects: words(
    'Coliform tổng số|total coliforms; Coliform chịu nhiệt|thermotolerant coliforms; Escherichia coli; Pseudomonas aeruginosa; Enterococci đường ruột|intestinal enterococci; bào tử vi khuẩn kỵ khí khử sunfit|spores of sulfite-reducing anaerobes; Legionella spp.; Salmonella spp.; Shigella spp.; Vibrio cholerae; Staphylococcus aureus; tổng số vi khuẩn ở 22 °C|colony count at 22 °C; tổng số vi khuẩn ở 36 °C|colony count at 36 °C; trứng giun sán|helminth eggs; thực vật phù du|phytoplankton; động vật phù du|zooplankton; động vật đáy|zoobenthos',
  ),
  techniques: words('màng lọc|membrane filtration; MPN; Colilert; nuôi cấy|culture; kính hiển vi|microscopy'),
  methods: ['TCVN', 'ISO', 'SMEWW'],
  range: { kind: 'loq', units: ['CFU/100 mL', 'MPN/100 mL', 'CFU/250 mL', 'tế bào/L'], scale: [1, 10], decimals: 0 },
}

export const airMonitoring: Family = {
  field: 'chemical',
  matrices: words(
    'Không khí xung quanh|Ambient air; Khí thải ống khói|Stack emissions; Không khí nơi làm việc|Workplace air; Khí thải lò hơi|Boiler emissions; Khí thải lò nung clinker|Clinker kiln emissions; Khí thải nhiệt điện|Power plant emissions; Không khí hầm lò|Underground mine air; Bụi lắng|Deposited dust; Chất thải rắn|Solid waste; Bùn thải|Sludge; Trầm tích biển|Marine sediment; Đất|Soil; Tro bay|Fly ash; Xỉ than|Coal slag',
  ),
  states: [
    plain,
    ...words(
      'khu công nghiệp|of industrial parks; khu dân cư|of residential areas; cảng than|of coal ports; khu mỏ|of mining areas; ven đường|at roadside; khu du lịch|of tourist areas',
    ),
  ],
  tests: words(
    'Xác định {x}|Determination of {x}; Đo tại hiện trường {x}|On-site measurement of {x}; Lấy mẫu và xác định {x}|Sampling and determination of {x}',
  ),
  subjects: words(
    'bụi tổng (TSP)|total suspended particulates; bụi PM10|PM10; bụi PM2,5|PM2.5; bụi silic|silica dust; SO2; NO2; NOx; CO; CO2; O3; H2S; NH3; HCl; HF; Cl2; CH4; C2H2; hydrocacbon|hydrocarbons; benzen|benzene; toluen|toluene; xylen|xylene; styren|styrene; hơi axit|acid mists; hơi thủy ngân|mercury vapour; chì bụi|lead dust; tiếng ồn|noise; độ rung|vibration; nhiệt độ|temperature; độ ẩm|humidity; tốc độ gió|wind speed; ánh sáng|illuminance; lưu lượng khí|gas flow; hàm ẩm|moisture; asen|arsenic; cadimi|cadmium; chì|lead; kẽm|zinc; đồng|copper; crom tổng|total chromium; thủy ngân|mercury; PAH tổng|total PAH; dioxin/furan|dioxins/furans; PCB tổng|total PCB; tổng dầu|total oil; xyanua|cyanide',
  ),
  techniques: words(
    'đo trực tiếp|direct reading; hấp thụ – đo quang|absorption – photometry; khối lượng|gravimetry; hấp phụ – GC-FID|adsorption – GC-FID; ICP-MS; HG-AAS; điện hóa|electrochemical cell; hồng ngoại NDIR|NDIR; phát quang|chemiluminescence',
  ),
  methods: ['TCVN', 'EPA', 'ISO', 'MASA', 'TCCS'],
  range: { kind: 'span', units: ['mg/Nm3', 'µg/m3', 'ppm', 'dBA', 'mg/kg', 'mg/m3'], scale: [0.01, 5000], decimals: 2 },
}

export const cargoInspection: Family = {
  field: 'mechanical',
  matrices: words(
    'Than đá|Coal; Than cám|Fine coal; Clinker; Xi măng|Cement; Xăng dầu|Petroleum; Khí hóa lỏng|Liquefied gas; Quặng sắt|Iron ore; Đá vôi|Limestone; Dăm gỗ|Wood chips; Phân bón|Fertilizer; Nông sản|Agricultural produce; Thủy sản đông lạnh|Frozen seafood; Sắt thép|Steel; Máy móc thiết bị|Machinery; Dây chuyền thiết bị|Production lines; Hàng rời|Bulk cargo; Container; Cát xây dựng|Building sand; Dầu nhờn|Lubricants; Hàng tiêu dùng|Consumer goods',
  ),
  states: [
    plain,
    ...words(
      'nhập khẩu|imported; xuất khẩu|exported; vận chuyển nội địa|in domestic transport; trên tàu|on board; tại kho|in store; tại cảng|in port; đã qua sử dụng|used',
    ),
  ],
  tests: words('Giám định {x}|Inspection of {x}; Lấy mẫu và giám định {x}|Sampling and inspection of {x}'),
  subjects: words(
    'số lượng|quantity; khối lượng theo mớn nước|weight by draught survey; khối lượng theo cân|weight by scale; chất lượng|quality; phẩm cấp|grade; tình trạng bao bì|packing condition; quy cách|specification; tổn thất|damage; hầm hàng|cargo holds; bồn chứa|tanks; sạch sẽ hầm hàng|hold cleanliness; xuất xứ|origin; đồng bộ dây chuyền|completeness of lines; tuổi thiết bị|age of equipment; giá trị còn lại|remaining value; hun trùng|fumigation; kẹp chì|sealing; giao nhận|delivery; độ kín nắp hầm|hatch cover tightness',
  ),
  techniques: words(
    'đo mớn nước|draught survey; cân|weighing; đo bồn|tank gauging; quan sát|visual; lấy mẫu cơ giới|mechanical sampling; siêu âm|ultrasonic',
  ),
  methods: ['TCVN', 'ISO', 'ASTM', 'QTGD'],
  range: { kind: 'span', units: ['tấn', 'm3', 'kiện'], scale: [1, 100000], decimals: 0 },
}
