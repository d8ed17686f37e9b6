// Calibration: measuring instruments with their range; the capability (CMC) is made beside each line.
import { plain, words, type Family } from './family'

export const calibration: Family = {
  field: 'calibration',
  matrices: words(
    'Cân phân tích|Analytical balance; Cân kỹ thuật|Precision balance; Cân bàn|Platform scale; Cân ô tô|Weighbridge; Cân băng tải|Belt weigher; Quả cân F1|F1 weights; Quả cân M1|M1 weights; Nhiệt kế thủy tinh|Liquid-in-glass thermometer; Nhiệt kế điện tử|Digital thermometer; Nhiệt kế hồng ngoại|Infrared thermometer; Cặp nhiệt điện|Thermocouple; Nhiệt kế điện trở|Resistance thermometer; Tủ ấm|Incubator; Tủ sấy|Drying oven; Tủ lạnh bảo quản|Storage refrigerator; Lò nung|Muffle furnace; Nồi hấp tiệt trùng|Autoclave; Bể điều nhiệt|Water bath; Ẩm kế|Hygrometer; Buồng vi khí hậu|Climatic chamber; Áp kế lò xo|Bourdon gauge; Áp kế điện tử|Digital pressure gauge; Chân không kế|Vacuum gauge; Huyết áp kế|Sphygmomanometer; Thiết bị đặt mức áp suất|Pressure switch; Van an toàn|Safety valve; Thước cặp|Vernier caliper; Panme|Micrometer; Đồng hồ so|Dial indicator; Thước cuộn|Tape measure; Căn mẫu song phẳng|Gauge blocks; Máy kinh vĩ|Theodolite; Máy toàn đạc|Total station; Thước vạch|Line scale; Rây|Test sieve; Pipet|Pipette; Micropipet|Micropipette; Buret|Burette; Bình định mức|Volumetric flask; Ống đong|Measuring cylinder; Ca đong|Measuring can; Bình chuẩn dung tích|Proving tank; Cột đo xăng dầu|Fuel dispenser; Đồng hồ nước|Water meter; Đồng hồ xăng dầu|Fuel flow meter; Lưu lượng kế khí|Gas flow meter; Máy đo pH|pH meter; Máy đo độ dẫn|Conductivity meter; Máy đo độ đục|Turbidity meter; Máy quang phổ UV-VIS|UV-VIS spectrophotometer; Máy đo độ ồn|Sound level meter; Máy đo ánh sáng|Lux meter; Máy đo khí|Gas detector; Máy đo tốc độ|Tachometer; Lực kế|Force gauge; Máy thử kéo nén|Testing machine; Cờ lê lực|Torque wrench; Máy đo độ cứng|Hardness tester; Đồng hồ vạn năng|Multimeter; Ampe kìm|Clamp meter; Công tơ điện|Electricity meter; Mê gôm mét|Megohmmeter; Teromet|Earth tester; Biến dòng đo lường|Measuring CT; Máy ly tâm|Centrifuge; Đồng hồ bấm giây|Stopwatch',
  ),
  states: [
    plain,
    ...words(
      'hiện số|digital; chỉ thị kim|analogue; tự động|automatic; không tự động|non-automatic; cấp chính xác cao|high-accuracy; cấp chính xác trung bình|medium-accuracy; lắp cố định|stationary; xách tay|portable',
    ),
  ],
  tests: words('Hiệu chuẩn {x}|Calibration of {x}'),
  subjects: words(
    'khối lượng|mass; nhiệt độ|temperature; độ đồng đều nhiệt độ|temperature uniformity; độ ẩm không khí|relative humidity; áp suất|pressure; độ dài|length; góc|angle; dung tích|volume; lưu lượng|flow rate; lực|force; mô men lực|torque; độ cứng|hardness; điện áp một chiều|DC voltage; điện áp xoay chiều|AC voltage; dòng điện|current; điện trở|resistance; công suất|power; tần số|frequency; thời gian|time; tốc độ quay|rotational speed; pH; độ dẫn điện|conductivity; nồng độ khí|gas concentration; mức âm thanh|sound level; độ rọi|illuminance; độ hấp thụ quang|absorbance',
  ),
  techniques: [],
  methods: ['DLVN', 'QTHC', 'EURAMET', 'ISO'],
  range: {
    kind: 'span',
    units: ['g', 'kg', '°C', '%RH', 'bar', 'mm', 'mL', 'L/min', 'kN', 'N·m', 'V', 'A', 'Ω', 'µS/cm'],
    scale: [0.1, 5000],
    decimals: 1,
  },
}
