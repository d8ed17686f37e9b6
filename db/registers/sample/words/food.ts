// Food, feed and aquaculture: nutrients, residues, additives, microbes, diseases of farmed animals.
import { plain, words, type Family } from './family'

const foods = words(
  'Gạo|Rice; Bún|Rice vermicelli; Bánh phở|Rice noodles; Mì ăn liền|Instant noodles; Bột mì|Wheat flour; Ngô|Maize; Sắn|Cassava; Đậu tương|Soybean; Đậu xanh|Mung bean; Lạc|Peanut; Vừng|Sesame; Hạt điều|Cashew nut; Cà phê|Coffee; Chè|Tea; Chè hoa vàng|Golden camellia tea; Hạt tiêu|Pepper; Quế|Cinnamon; Hồi|Star anise; Gừng|Ginger; Nghệ|Turmeric; Tỏi|Garlic; Nấm hương|Shiitake; Mộc nhĩ|Wood ear; Miến dong|Canna starch noodles; Rau cải|Leaf mustard; Rau muống|Water spinach; Bắp cải|Cabbage; Cà chua|Tomato; Dưa chuột|Cucumber; Khoai tây|Potato; Khoai lang|Sweet potato; Na|Custard apple; Vải|Lychee; Ổi|Guava; Cam|Orange; Bưởi|Pomelo; Chuối|Banana; Thanh long|Dragon fruit; Dứa|Pineapple; Ba kích|Morinda root; Thịt lợn|Pork; Thịt bò|Beef; Thịt gà|Chicken meat; Thịt trâu|Buffalo meat; Chả mực|Squid cake; Giò lụa|Pork roll; Xúc xích|Sausage; Trứng gà|Chicken egg; Trứng vịt|Duck egg; Sữa tươi|Fresh milk; Sữa bột|Milk powder; Sữa chua|Yoghurt; Mật ong|Honey; Nước mắm|Fish sauce; Tương ớt|Chilli sauce; Dầu thực vật|Vegetable oil; Mỡ động vật|Animal fat; Đường|Sugar; Muối ăn|Table salt; Bánh kẹo|Confectionery; Nước giải khát|Soft drink; Rượu|Spirits; Rượu ba kích|Morinda liquor; Bia|Beer; Giấm|Vinegar; Thực phẩm bảo vệ sức khỏe|Health supplement',
)
const foodStates = [
  plain,
  ...words(
    'tươi|fresh; khô|dried; đông lạnh|frozen; chế biến|processed; đóng hộp|canned; hút chân không|vacuum-packed; nghiền|ground; muối|salted; hun khói|smoked',
  ),
]
const seafood = words(
  'Tôm sú|Black tiger shrimp; Tôm thẻ chân trắng|White-leg shrimp; Tôm hùm|Lobster; Tôm tít|Mantis shrimp; Cua biển|Mud crab; Ghẹ|Swimming crab; Mực ống|Squid; Mực nang|Cuttlefish; Bạch tuộc|Octopus; Sá sùng|Peanut worm; Hàu|Oyster; Ngao|Clam; Ngán|Mangrove clam; Tu hài|Geoduck; Sò huyết|Blood cockle; Vẹm xanh|Green mussel; Ốc hương|Babylon snail; Bào ngư|Abalone; Cá song|Grouper; Cá giò|Cobia; Cá vược|Sea bass; Cá chim vây vàng|Pompano; Cá hồng mỹ|Red drum; Cá rô phi|Tilapia; Cá chép|Carp; Cá trắm|Grass carp; Cá tra|Pangasius; Cá thu|Mackerel; Cá nục|Scad; Rong biển|Seaweed',
)
const seafoodStates = [
  plain,
  ...words(
    'tươi|fresh; sống|live; đông lạnh|frozen; khô|dried; hấp|steamed; giống|juvenile; bố mẹ|broodstock; phi lê|fillet',
  ),
]

const metals = words(
  'Chì (Pb)|lead (Pb); Cadimi (Cd)|cadmium (Cd); Asen (As)|arsenic (As); Thủy ngân (Hg)|mercury (Hg); Đồng (Cu)|copper (Cu); Kẽm (Zn)|zinc (Zn); Sắt (Fe)|iron (Fe); Mangan (Mn)|manganese (Mn); Niken (Ni)|nickel (Ni); Crom (Cr)|chromium (Cr); Coban (Co)|cobalt (Co); Selen (Se)|selenium (Se); Antimon (Sb)|antimony (Sb); Thiếc (Sn)|tin (Sn); Natri (Na)|sodium (Na); Kali (K)|potassium (K); Canxi (Ca)|calcium (Ca); Magie (Mg)|magnesium (Mg); Nhôm (Al)|aluminium (Al); Bari (Ba)|barium (Ba)',
)
const elementTechniques = words(
  'AAS ngọn lửa|flame AAS; GF-AAS; ICP-OES; ICP-MS; hóa hơi lạnh CV-AAS|cold vapour AAS; hydrua hóa HG-AAS|hydride generation AAS',
)

export const foodChemistry: Family = {
  field: 'chemical',
  matrices: foods,
  states: foodStates,
  tests: words('Xác định hàm lượng {x}|Determination of {x} content; Xác định {x}|Determination of {x}'),
  subjects: [
    ...metals,
    ...words(
      'protein thô|crude protein; chất béo tổng|total fat; cacbohydrat|carbohydrate; xơ tổng số|total dietary fibre; tro tổng|total ash; tro không tan trong axit|acid-insoluble ash; độ ẩm|moisture; đường tổng|total sugar; đường khử|reducing sugar; tinh bột|starch; axit tổng số|total acidity; chỉ số peroxit|peroxide value; chỉ số axit|acid value; chỉ số iot|iodine value; nitơ amoniac|ammonia nitrogen; nitơ axit amin|amino acid nitrogen; natri clorua|sodium chloride; cafein|caffeine; polyphenol tổng|total polyphenols; curcumin; vitamin A; vitamin B1; vitamin B2; vitamin B6; vitamin C; vitamin D3; vitamin E; axit folic|folic acid; axit sorbic|sorbic acid; axit benzoic|benzoic acid; natri saccarin|sodium saccharin; aspartam|aspartame; sulfit|sulfite; nitrat|nitrate; nitrit|nitrite; hàn the|borax; formaldehyt|formaldehyde; phẩm màu Tartrazin|Tartrazine colour; phẩm màu Sunset Yellow|Sunset Yellow colour; Rhodamin B|Rhodamine B; metanol|methanol; etanol|ethanol; 5-HMF; histamin|histamine; melamin|melamine',
    ),
  ],
  techniques: [
    ...elementTechniques,
    ...words('HPLC-DAD; HPLC-RID; Kjeldahl; Soxhlet; chuẩn độ|titration; khối lượng|gravimetry; UV-VIS; GC-FID; IC'),
  ],
  methods: ['TCVN', 'AOAC', 'ISO', 'TCCS', 'NMKL'],
  range: { kind: 'loq', units: ['mg/kg', 'g/100 g', 'mg/L', '%', 'µg/kg'], scale: [0.01, 10], decimals: 2 },
}

export const pesticides: Family = {
  field: 'chemical',
  matrices: foods,
  states: [plain, ...words('tươi|fresh; khô|dried; đông lạnh|frozen')],
  tests: words('Xác định dư lượng {x}|Determination of {x} residue; Định lượng {x}|Quantification of {x}'),
  subjects: words(
    'Abamectin; Acephat|acephate; Acetamiprid; Aldrin; Atrazin|atrazine; Azoxystrobin; Bifenthrin; Boscalid; Buprofezin; Carbaryl; Carbendazim; Carbofuran; Chlorantraniliprol|chlorantraniliprole; Chlorfenapyr; Chlorothalonil; Chlorpyrifos; Clothianidin; Cyfluthrin; Cyhalothrin; Cypermethrin; Cyromazin|cyromazine; DDT tổng|total DDT; Deltamethrin; Diazinon; Dichlorvos; Dieldrin; Difenoconazol|difenoconazole; Dimethoat|dimethoate; Dimethomorph; Emamectin benzoat|emamectin benzoate; Endosulfan; Endrin; Ethion; Ethoprophos; Fenitrothion; Fenobucarb; Fenpropathrin; Fenvalerat|fenvalerate; Fipronil; Glyphosat|glyphosate; Heptachlor; Hexaconazol|hexaconazole; Imidacloprid; Indoxacarb; Iprodion|iprodione; Lindan|lindane; Malathion; Mancozeb; Metalaxyl; Methamidophos; Methidathion; Methomyl; Metolachlor; Myclobutanil; Omethoat|omethoate; Paraquat; Parathion; Permethrin; Phosmet; Pirimiphos-methyl; Prochloraz; Profenofos; Propamocarb; Propargit|propargite; Propiconazol|propiconazole; Pymetrozin|pymetrozine; Pyraclostrobin; Spinosad; Tebuconazol|tebuconazole; Thiabendazol|thiabendazole; Thiamethoxam; Tricyclazol|tricyclazole; Trifluralin; Aflatoxin B1; Aflatoxin tổng|total aflatoxins; Ochratoxin A; Deoxynivalenol; Zearalenon|zearalenone; Fumonisin B1; Patulin; 3-MCPD; Sudan I; Sudan IV; Auramin O|auramine O',
  ),
  techniques: words('GC-MS/MS; LC-MS/MS; GC-ECD; HPLC-FLD; QuEChERS – LC-MS/MS; QuEChERS – GC-MS/MS; ELISA'),
  methods: ['TCVN', 'AOAC', 'EN', 'TCCS'],
  range: { kind: 'loq', units: ['mg/kg', 'µg/kg'], scale: [0.005, 50], decimals: 3 },
}

export const microbiology: Family = {
  field: 'biological',
  matrices: [...foods, ...seafood],
  states: foodStates,
  tests: words('Định lượng {x}|Enumeration of {x}; Phát hiện {x}|Detection of {x}'),
  subjects: words(
    'tổng số vi sinh vật hiếu khí|total aerobic count; Coliforms; Coliform chịu nhiệt|thermotolerant coliforms; Escherichia coli; Escherichia coli O157:H7; Enterobacteriaceae; Salmonella spp.; Shigella spp.; Staphylococcus aureus; Listeria monocytogenes; Listeria spp.; Clostridium perfringens; Bacillus cereus giả định|presumptive Bacillus cereus; Vibrio parahaemolyticus; Vibrio cholerae; Vibrio vulnificus; Campylobacter spp.; Cronobacter spp.; Pseudomonas aeruginosa; Enterococcus; nấm men và nấm mốc|yeasts and moulds; vi khuẩn lactic|lactic acid bacteria; vi khuẩn kỵ khí sinh H2S|sulfite-reducing anaerobes; độc tố ruột tụ cầu|staphylococcal enterotoxins; Norovirus; virus viêm gan A|hepatitis A virus',
  ),
  techniques: words(
    'đếm khuẩn lạc|colony count; MPN; màng lọc|membrane filtration; real-time PCR; nuôi cấy|culture; VIDAS; Petrifilm',
  ),
  methods: ['TCVN', 'ISO', 'AOAC', 'NMKL', 'TCCS'],
  range: { kind: 'loq', units: ['CFU/g', 'CFU/mL', 'MPN/g', '/25 g'], scale: [1, 30], decimals: 0 },
}

export const veterinaryDrugs: Family = {
  field: 'chemical',
  matrices: seafood,
  states: seafoodStates,
  tests: words('Xác định dư lượng {x}|Determination of {x} residue'),
  subjects: words(
    'Chloramphenicol; Florfenicol; Thiamphenicol; AOZ; AMOZ; AHD; SEM; Malachite green; Leucomalachite green; Crystal violet; Tetracyclin|tetracycline; Oxytetracyclin|oxytetracycline; Chlortetracyclin|chlortetracycline; Doxycyclin|doxycycline; Enrofloxacin; Ciprofloxacin; Norfloxacin; Ofloxacin; Sarafloxacin; Flumequin|flumequine; Axit oxolinic|oxolinic acid; Sulfadiazin|sulfadiazine; Sulfadimidin|sulfadimidine; Sulfamethoxazol|sulfamethoxazole; Trimethoprim; Amoxicillin; Ampicillin; Cephalexin; Erythromycin; Tylosin; Tilmicosin; Spiramycin; Lincomycin; Colistin; Neomycin; Gentamicin; Streptomycin; Metronidazol|metronidazole; Ivermectin; Praziquantel; Trifluralin; Ethoxyquin; Clenbuterol; Salbutamol; Ractopamin|ractopamine; Dexamethason|dexamethasone',
  ),
  techniques: words('LC-MS/MS; HPLC-FLD; HPLC-DAD; ELISA; UPLC-MS/MS'),
  methods: ['TCVN', 'AOAC', 'TCCS'],
  range: { kind: 'loq', units: ['µg/kg'], scale: [0.1, 50], decimals: 2 },
}

export const aquaticDiseases: Family = {
  field: 'biological',
  matrices: seafood,
  states: [plain, ...words('giống|juvenile; bố mẹ|broodstock; thương phẩm|market-size; bệnh phẩm|specimen')],
  tests: words('Phát hiện {x}|Detection of {x}; Định lượng {x}|Quantification of {x}'),
  subjects: words(
    'virus gây bệnh đốm trắng (WSSV)|white spot syndrome virus (WSSV); virus gây bệnh đầu vàng (YHV)|yellow head virus (YHV); virus hội chứng Taura (TSV)|Taura syndrome virus (TSV); virus IHHNV|IHHNV; virus IMNV|IMNV; vi khuẩn gây AHPND|AHPND bacteria; vi bào tử trùng EHP|microsporidian EHP; virus VNN|VNN virus; virus TiLV|TiLV; virus KHV|koi herpesvirus; Iridovirus; Perkinsus olseni; Perkinsus marinus; Marteilia refringens; Streptococcus agalactiae; Aeromonas hydrophila; Edwardsiella ictaluri; Vibrio harveyi; Vibrio alginolyticus; nấm Fusarium spp.|Fusarium spp. fungi',
  ),
  techniques: words('PCR; real-time PCR; RT-PCR; nested PCR; nuôi cấy|culture; mô bệnh học|histopathology'),
  methods: ['TCVN', 'OIE', 'TCCS'],
  range: { kind: 'loq', units: ['bản sao/phản ứng', 'CFU/g', 'bản sao/µL'], scale: [1, 100], decimals: 0 },
}

export const feedAndSoil: Family = {
  field: 'chemical',
  matrices: words(
    'Thức ăn chăn nuôi|Animal feed; Thức ăn thủy sản|Aquafeed; Bột cá|Fish meal; Khô dầu đậu tương|Soybean meal; Premix; Phân bón NPK|NPK fertilizer; Phân urê|Urea fertilizer; Phân lân|Phosphate fertilizer; Phân kali|Potash fertilizer; Phân bón hữu cơ|Organic fertilizer; Phân bón lá|Foliar fertilizer; Phân vi sinh|Microbial fertilizer; Đất nông nghiệp|Agricultural soil; Đất lâm nghiệp|Forest soil; Đất trồng chè|Tea soil; Đất bãi thải mỏ|Mine spoil; Giá thể|Growing medium; Trầm tích ao nuôi|Pond sediment',
  ),
  states: [
    plain,
    ...words(
      'dạng viên|pelleted; dạng bột|powdered; dạng lỏng|liquid; hỗn hợp|compound; đậm đặc|concentrated; bổ sung|supplementary',
    ),
  ],
  tests: words('Xác định hàm lượng {x}|Determination of {x} content; Xác định {x}|Determination of {x}'),
  subjects: [
    ...metals,
    ...words(
      'nitơ tổng số|total nitrogen; lân hữu hiệu|available phosphorus; lân tổng số|total phosphorus; kali hữu hiệu|available potassium; kali tổng số|total potassium; cacbon hữu cơ|organic carbon; chất hữu cơ|organic matter; axit humic|humic acid; axit fulvic|fulvic acid; biuret; lưu huỳnh|sulfur; bo|boron; silic hữu hiệu|available silicon; pHKCl; pHH2O; dung tích trao đổi cation|cation exchange capacity; thành phần cơ giới|particle size; độ ẩm|moisture; protein thô|crude protein; xơ thô|crude fibre; béo thô|crude fat; lysin|lysine; methionin|methionine; phytase; muối|salt; cát sạn|sand',
    ),
  ],
  techniques: [
    ...elementTechniques,
    ...words(
      'Kjeldahl; chuẩn độ|titration; khối lượng|gravimetry; UV-VIS; quang kế ngọn lửa|flame photometry; HPLC-FLD; điện thế|potentiometry',
    ),
  ],
  methods: ['TCVN', 'ISO', 'AOAC', 'TCCS'],
  range: { kind: 'loq', units: ['mg/kg', '%', 'g/kg', 'cmol/kg'], scale: [0.01, 20], decimals: 2 },
}
