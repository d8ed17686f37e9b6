// Construction materials, metals and welds, fuels and coal, electrical equipment.
import { plain, words, type Family } from './family'

export const construction: Family = {
  field: 'civil',
  matrices: words(
    'Xi măng|Cement; Xi măng poóc lăng|Portland cement; Xi măng poóc lăng hỗn hợp|Blended Portland cement; Clinker; Bê tông|Concrete; Hỗn hợp bê tông|Fresh concrete; Bê tông nhựa|Asphalt concrete; Vữa xây|Masonry mortar; Vữa chèn cáp|Grout; Cốt liệu lớn|Coarse aggregate; Cốt liệu nhỏ|Fine aggregate; Cát nghiền|Manufactured sand; Đá dăm|Crushed stone; Cấp phối đá dăm|Graded aggregate; Đất đắp|Fill soil; Đất gia cố|Stabilized soil; Đất nền|Subsoil; Gạch đất sét nung|Clay brick; Gạch bê tông|Concrete brick; Gạch ốp lát|Ceramic tile; Gạch terrazzo|Terrazzo tile; Ngói lợp|Roofing tile; Đá ốp lát|Stone slab; Thép cốt bê tông|Reinforcing steel; Thép hình|Structural steel; Cáp dự ứng lực|Prestressing strand; Bu lông|Bolts; Mối hàn|Welds; Nhựa đường|Bitumen; Nhũ tương nhựa đường|Bitumen emulsion; Bột khoáng|Mineral filler; Vải địa kỹ thuật|Geotextile; Bấc thấm|Wick drain; Phụ gia bê tông|Concrete admixture; Tro bay|Fly ash; Xỉ lò cao|Blast furnace slag; Sơn tường|Wall paint; Kính xây dựng|Building glass; Ống nhựa|Plastic pipe; Ống bê tông|Concrete pipe; Cọc bê tông|Concrete pile; Nền đường|Road base; Mặt đường|Pavement; Kết cấu bê tông|Concrete structure; Gối cầu|Bridge bearing; Tấm thạch cao|Gypsum board',
  ),
  states: [
    plain,
    ...words(
      'tại hiện trường|on site; trong phòng thí nghiệm|in the laboratory; cường độ cao|high-strength; chịu nhiệt|heat-resistant; chống thấm|waterproof; nhẹ|lightweight; tái chế|recycled; bền sun phát|sulfate-resistant',
    ),
  ],
  tests: words('Xác định {x}|Determination of {x}; Thử {x}|Test of {x}; Kiểm tra {x}|Check of {x}'),
  subjects: words(
    'cường độ nén|compressive strength; cường độ uốn|flexural strength; cường độ bám dính|bond strength; giới hạn bền kéo|tensile strength; giới hạn chảy|yield strength; độ giãn dài|elongation; thử uốn|bending; độ mịn|fineness; thời gian đông kết|setting time; độ ổn định thể tích|soundness; độ dẻo tiêu chuẩn|normal consistency; khối lượng riêng|specific gravity; khối lượng thể tích|bulk density; độ hút nước|water absorption; độ ẩm|moisture; thành phần hạt|grading; hàm lượng bụi bùn sét|clay and dust content; tạp chất hữu cơ|organic impurities; độ mài mòn Los Angeles|Los Angeles abrasion; độ nén dập|crushing value; hàm lượng hạt thoi dẹt|flakiness; độ sụt|slump; độ tách nước|bleeding; hàm lượng bọt khí|air content; độ chống thấm|water tightness; độ mài mòn|abrasion; độ thấm ion clo|chloride ion penetration; hàm lượng clorua|chloride content; hàm lượng sunfat|sulfate content; mất khi nung|loss on ignition; cặn không tan|insoluble residue; độ chặt đầm nén|compaction; độ chặt bằng phễu rót cát|density by sand cone; chỉ số CBR|CBR; mô đun đàn hồi|elastic modulus; độ bằng phẳng|evenness; độ nhám|roughness; giới hạn dẻo|plastic limit; giới hạn chảy của đất|liquid limit; sức chống cắt|shear strength; hệ số thấm|permeability; nén một trục|oedometer; độ kim lún|penetration; nhiệt độ hóa mềm|softening point; độ kéo dài|ductility; độ ổn định Marshall|Marshall stability; hàm lượng nhựa|bitumen content; độ phẳng|flatness; kích thước|dimensions; độ bền va đập|impact strength; độ bền xuyên thủng|puncture strength; sức chịu tải của cọc|pile bearing capacity; độ đồng nhất|homogeneity; chiều dày lớp bảo vệ|cover depth',
  ),
  techniques: words(
    'nén tĩnh|static loading; siêu âm|ultrasonic; súng bật nẩy|rebound hammer; khoan lấy mẫu|coring; sàng|sieving; Blaine; Vicat; Le Chatelier; Proctor; phễu rót cát|sand cone; biến dạng nhỏ (PIT)|low strain (PIT); cần Benkelman|Benkelman beam',
  ),
  methods: ['TCVN', 'ASTM', 'AASHTO', 'ISO', 'TCCS'],
  range: { kind: 'span', units: ['MPa', 'kN', '%', 'mm', 'g/cm3', 'daN/cm2'], scale: [0.1, 2000], decimals: 1 },
}

export const metalsAndWelds: Family = {
  field: 'ndt',
  matrices: words(
    'Mối hàn giáp mép|Butt weld; Mối hàn góc|Fillet weld; Đường ống|Pipeline; Bồn bể|Tank; Nồi hơi|Boiler; Bình áp lực|Pressure vessel; Kết cấu thép|Steel structure; Thép tấm|Steel plate; Thép ống|Steel tube; Trục|Shaft; Bánh răng|Gear; Vì chống lò|Mine roof support; Xích máng cào|Scraper chain; Cáp thép|Wire rope; Móc cẩu|Crane hook; Vỏ tàu|Ship hull; Đúc gang|Iron casting; Đúc thép|Steel casting; Bu lông cường độ cao|High-strength bolt; Lớp sơn|Paint coating; Lớp mạ kẽm|Zinc coating',
  ),
  states: [
    plain,
    ...words(
      'thép cacbon|of carbon steel; thép không gỉ|of stainless steel; hợp kim nhôm|of aluminium alloy; thép hợp kim|of alloy steel; gang|of cast iron; đồng|of copper',
    ),
  ],
  tests: words('Kiểm tra {x}|Examination of {x}; Xác định {x}|Determination of {x}'),
  subjects: words(
    'khuyết tật bề mặt|surface defects; khuyết tật bên trong|internal defects; chiều dày|thickness; độ cứng|hardness; độ bền kéo|tensile strength; độ dai va đập|impact toughness; cấu trúc tế vi|microstructure; thành phần hóa học|chemical composition; độ kín|tightness; độ bám dính|adhesion; chiều dày lớp phủ|coating thickness; hàm lượng cacbon|carbon content; hàm lượng mangan|manganese content; hàm lượng silic|silicon content; hàm lượng crom|chromium content; độ mỏi|fatigue; độ uốn|bend; độ thẳng|straightness; ăn mòn|corrosion; độ đứt sợi|broken wires',
  ),
  techniques: words(
    'siêu âm (UT)|ultrasonic (UT); chụp ảnh phóng xạ (RT)|radiography (RT); từ tính (MT)|magnetic particle (MT); thẩm thấu (PT)|penetrant (PT); dòng xoáy (ET)|eddy current (ET); mắt thường (VT)|visual (VT); mảng điều pha (PAUT)|phased array (PAUT); quang phổ phát xạ|optical emission; Vickers; Brinell; Rockwell',
  ),
  methods: ['TCVN', 'ASTM', 'ISO', 'ASME', 'AWS'],
  range: { kind: 'span', units: ['mm', 'HV', 'HB', 'J', 'kN', 'µm'], scale: [0.1, 500], decimals: 1 },
}

export const fuels: Family = {
  field: 'chemical',
  matrices: words(
    'Xăng không chì|Unleaded petrol; Xăng E5 RON 92|E5 RON 92 petrol; Xăng RON 95|RON 95 petrol; Dầu điêzen|Diesel; Nhiên liệu đốt lò|Fuel oil; Dầu hỏa|Kerosene; Nhiên liệu bay|Jet fuel; Dầu nhờn động cơ|Engine oil; Dầu thủy lực|Hydraulic oil; Dầu biến áp|Transformer oil; Mỡ bôi trơn|Grease; Khí dầu mỏ hóa lỏng|LPG; Than antraxit|Anthracite; Than cám|Fine coal; Than cục|Lump coal; Than nhập khẩu|Imported coal; Bùn than|Coal slurry; Cốc|Coke; Viên nén gỗ|Wood pellets; Tro than|Coal ash; Đá xít|Coal shale; Nước làm mát động cơ|Engine coolant',
  ),
  states: [
    plain,
    ...words(
      'thành phẩm|finished; nguyên khai|run-of-mine; tại kho|in store; tại cửa hàng|at retail; trên phương tiện|on vehicle; mẫu lưu|retained sample; đã qua sử dụng|used',
    ),
  ],
  tests: words('Xác định {x}|Determination of {x}; Phân tích {x}|Analysis of {x}'),
  subjects: words(
    'trị số octan|octane number; chỉ số xetan|cetane index; thành phần cất|distillation; áp suất hơi|vapour pressure; khối lượng riêng ở 15 °C|density at 15 °C; độ nhớt động học|kinematic viscosity; điểm chớp cháy cốc kín|flash point, closed cup; điểm chớp cháy cốc hở|flash point, open cup; điểm đông đặc|pour point; hàm lượng lưu huỳnh|sulfur content; hàm lượng chì|lead content; hàm lượng benzen|benzene content; hàm lượng olefin|olefin content; hàm lượng etanol|ethanol content; hàm lượng oxy|oxygen content; hàm lượng nước|water content; nước và cặn|water and sediment; ăn mòn tấm đồng|copper strip corrosion; nhựa thực tế|existent gum; độ ổn định oxy hóa|oxidation stability; cặn cacbon|carbon residue; hàm lượng tro|ash content; tạp chất cơ học|mechanical impurities; độ bôi trơn|lubricity; nhiệt trị toàn phần|gross calorific value; nhiệt trị làm việc|net calorific value; độ ẩm toàn phần|total moisture; độ ẩm phân tích|inherent moisture; chất bốc|volatile matter; cacbon cố định|fixed carbon; chỉ số HGI|Hardgrove index; nhiệt độ chảy của tro|ash fusibility; cỡ hạt|particle size; hàm lượng photpho|phosphorus content; hàm lượng clo|chlorine content; trị số kiềm tổng|total base number; trị số axit tổng|total acid number; điện áp đánh thủng|breakdown voltage; tang góc tổn hao|dissipation factor; khí hòa tan|dissolved gases; độ xuyên kim|cone penetration; nhiệt độ nhỏ giọt|dropping point; hàm lượng cacbon|carbon content; hàm lượng hydro|hydrogen content; hàm lượng nitơ|nitrogen content',
  ),
  techniques: words(
    'cất tự động|automatic distillation; Pensky-Martens; Cleveland; tử ngoại huỳnh quang|UV fluorescence; XRF; GC-FID; Karl Fischer; bom nhiệt lượng|bomb calorimeter; nhiệt trọng lượng TGA|TGA; động cơ CFR|CFR engine; hồng ngoại|infrared',
  ),
  methods: ['ASTM', 'TCVN', 'ISO', 'GOST'],
  range: {
    kind: 'span',
    units: ['mm2/s', '°C', 'mg/kg', '% khối lượng', 'MJ/kg', 'kPa', 'cal/g'],
    scale: [0.1, 1000],
    decimals: 1,
  },
}

export const electrical: Family = {
  field: 'electrical',
  matrices: words(
    'Máy biến áp lực|Power transformer; Máy biến áp phân phối|Distribution transformer; Máy biến dòng|Current transformer; Máy biến điện áp|Voltage transformer; Máy cắt|Circuit breaker; Dao cách ly|Disconnector; Chống sét van|Surge arrester; Cáp lực|Power cable; Cáp điện mỏ|Mining cable; Cáp quang|Optical cable; Dây dẫn trần|Bare conductor; Sứ cách điện|Insulator; Tụ điện|Capacitor; Động cơ điện|Electric motor; Máy phát điện|Generator; Tủ điện|Switchboard; Rơ le bảo vệ|Protection relay; Hệ thống nối đất|Earthing system; Găng cách điện|Insulating gloves; Ủng cách điện|Insulating boots; Sào cách điện|Insulating pole; Thảm cách điện|Insulating mat; Thiết bị phòng nổ|Explosion-proof equipment; Đèn lò|Miner lamp; Đèn LED|LED lamp; Ấm điện|Electric kettle; Quạt điện|Electric fan; Nồi cơm điện|Rice cooker; Pin mặt trời|Solar module; Ắc quy|Battery',
  ),
  states: [
    plain,
    ...words(
      'hạ áp|low-voltage; trung áp|medium-voltage; cao áp|high-voltage; một pha|single-phase; ba pha|three-phase; lắp ngoài trời|outdoor; kiểu khô|dry-type',
    ),
  ],
  tests: words('Đo {x}|Measurement of {x}; Thử {x}|Test of {x}; Xác định {x}|Determination of {x}'),
  subjects: words(
    'điện trở cách điện|insulation resistance; điện trở một chiều|DC resistance; điện trở tiếp xúc|contact resistance; điện trở nối đất|earth resistance; tỷ số biến|turns ratio; tổ đấu dây|vector group; tổn hao không tải|no-load loss; tổn hao ngắn mạch|load loss; điện áp ngắn mạch|short-circuit voltage; dòng điện không tải|no-load current; điện áp xoay chiều tăng cao|AC withstand voltage; điện áp một chiều tăng cao|DC withstand voltage; xung sét|lightning impulse; phóng điện cục bộ|partial discharge; tang góc tổn hao|dissipation factor; điện dung|capacitance; đặc tính từ hóa|excitation curve; sai số tỷ số|ratio error; thời gian đóng cắt|switching time; đặc tính tác động|operating characteristic; dòng rò|leakage current; độ tăng nhiệt|temperature rise; cấp bảo vệ IP|IP degree; khe hở phòng nổ|flameproof gap; chiều dài đường rò|creepage distance; quang thông|luminous flux; hiệu suất năng lượng|energy efficiency; công suất tiêu thụ|power consumption; độ bền cháy|glow-wire; suy hao quang|optical attenuation; độ bền kéo|tensile strength; nhiễu dẫn|conducted emission',
  ),
  techniques: [],
  methods: ['IEC', 'TCVN', 'IEEE', 'QCVN'],
  range: { kind: 'span', units: ['kV', 'MΩ', 'mΩ', 'A', 'kW', 'µs', 'lm', 'dB'], scale: [0.01, 1000], decimals: 2 },
}
