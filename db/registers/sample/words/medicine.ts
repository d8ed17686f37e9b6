// Medical examinations and the testing of drugs and cosmetics.
import { plain, words, type Family } from './family'

export const medical: Family = {
  field: 'medical',
  matrices: words(
    'Huyết thanh|Serum; Huyết tương|Plasma; Huyết tương Citrate|Citrate plasma; Máu toàn phần EDTA|EDTA whole blood; Máu toàn phần|Whole blood; Nước tiểu|Urine; Nước tiểu 24 giờ|24-hour urine; Dịch não tủy|Cerebrospinal fluid; Dịch màng phổi|Pleural fluid; Dịch ổ bụng|Ascitic fluid; Dịch tỵ hầu|Nasopharyngeal swab; Đờm|Sputum; Phân|Stool; Mủ|Pus; Dịch âm đạo|Vaginal swab; Mô sinh thiết|Biopsy tissue; Tế bào cổ tử cung|Cervical cells; Tủy xương|Bone marrow; Máu cuống rốn|Cord blood; Máu khô trên giấy thấm|Dried blood spot',
  ),
  states: [
    plain,
    ...words(
      'người lớn|of adults; trẻ em|of children; sơ sinh|of newborns; thai phụ|of pregnant women; cấp cứu|in emergency',
    ),
  ],
  tests: words(
    'Định lượng {x}|Quantification of {x}; Xét nghiệm {x}|Examination of {x}; Phát hiện {x}|Detection of {x}',
  ),
  subjects: words(
    'Glucose; Urê|urea; Creatinin|creatinine; Axit uric|uric acid; Bilirubin toàn phần|total bilirubin; Bilirubin trực tiếp|direct bilirubin; Protein toàn phần|total protein; Albumin; AST (GOT); ALT (GPT); GGT; ALP; LDH; CK; CK-MB; Amylase; Lipase; Cholesterol toàn phần|total cholesterol; Triglycerid|triglycerides; HDL-Cholesterol; LDL-Cholesterol; Canxi toàn phần|total calcium; Canxi ion hóa|ionized calcium; Natri|sodium; Kali|potassium; Clo|chloride; Magie|magnesium; Phospho|phosphorus; Sắt huyết thanh|serum iron; Ferritin; Transferrin; HbA1c; CRP; Procalcitonin; Troponin T; Troponin I; NT-proBNP; TSH; FT3; FT4; Cortisol; Insulin; AFP; CEA; CA 125; CA 15-3; CA 19-9; PSA toàn phần|total PSA; Beta-hCG; Estradiol; Progesteron|progesterone; Testosteron|testosterone; FSH; LH; Prolactin; Vitamin D; Vitamin B12; Folat|folate; số lượng hồng cầu|red cell count; số lượng bạch cầu|white cell count; số lượng tiểu cầu|platelet count; huyết sắc tố|haemoglobin; hematocrit; thời gian prothrombin (PT)|prothrombin time (PT); APTT; fibrinogen; D-Dimer; nhóm máu ABO|ABO blood group; nhóm máu Rh(D)|Rh(D) blood group; HBsAg; Anti-HBs; HBeAg; Anti-HCV; HIV Ag/Ab; Syphilis; kháng thể Dengue IgM|Dengue IgM; kháng nguyên Dengue NS1|Dengue NS1 antigen; HBV DNA; HCV RNA; HPV DNA; SARS-CoV-2; Mycobacterium tuberculosis; Streptococcus nhóm B|group B streptococcus; Neisseria gonorrhoeae; Chlamydia trachomatis; nấm soi tươi|fungi by wet mount; ký sinh trùng sốt rét|malaria parasites; trứng giun sán|helminth eggs; kháng sinh đồ|antibiotic susceptibility; tế bào bất thường|abnormal cells; nhiễm sắc thể đồ|karyotype; double test; triple test; bệnh tan máu bẩm sinh|thalassaemia; protein niệu|urine protein; cặn nước tiểu|urine sediment; khí máu|blood gases; lactat|lactate',
  ),
  techniques: words(
    'đo quang động học enzym|enzymatic photometry; miễn dịch hóa phát quang|chemiluminescence immunoassay; điện hóa phát quang|electrochemiluminescence; điện cực chọn lọc ion|ion-selective electrode; miễn dịch đo độ đục|immunoturbidimetry; tế bào dòng chảy|flow cytometry; trở kháng|impedance; real-time PCR; sắc ký miễn dịch|immunochromatography; ELISA; soi kính hiển vi|microscopy; nuôi cấy định danh|culture and identification; gelcard; HPLC; nhuộm Papanicolaou|Papanicolaou stain',
  ),
  methods: ['QTXN', 'WHO'],
  range: {
    kind: 'span',
    units: ['mmol/L', 'µmol/L', 'U/L', 'g/L', 'ng/mL', 'pg/mL', 'IU/mL', '10^9/L', '%'],
    scale: [0.1, 1000],
    decimals: 1,
  },
}

export const drugs: Family = {
  field: 'pharmaceutical',
  matrices: words(
    'Thuốc viên nén|Tablets; Thuốc viên nang|Capsules; Thuốc tiêm|Injections; Thuốc nước|Oral liquids; Thuốc mỡ|Ointments; Thuốc nhỏ mắt|Eye drops; Thuốc bột|Powders; Viên hoàn|Herbal pills; Cao thuốc|Herbal extracts; Dược liệu|Medicinal herbs; Nguyên liệu làm thuốc|Drug substances; Kem dưỡng da|Skin cream; Son môi|Lipstick; Dầu gội|Shampoo; Sữa rửa mặt|Facial cleanser; Kem chống nắng|Sunscreen; Nước hoa|Perfume; Thuốc nhuộm tóc|Hair dye; Tinh dầu|Essential oils; Nước súc miệng|Mouthwash',
  ),
  states: [
    plain,
    ...words(
      'thành phẩm|finished; bán thành phẩm|intermediate; nhập khẩu|imported; lưu hành trên thị trường|on the market; bao phim|film-coated; giải phóng kéo dài|extended-release',
    ),
  ],
  tests: words('Định lượng {x}|Assay of {x}; Định tính {x}|Identification of {x}; Xác định {x}|Determination of {x}'),
  subjects: words(
    'Paracetamol; Ibuprofen; Amoxicillin; Cefalexin; Cefixim|cefixime; Cefuroxim|cefuroxime; Azithromycin; Clarithromycin; Ciprofloxacin; Levofloxacin; Metronidazol|metronidazole; Omeprazol|omeprazole; Esomeprazol|esomeprazole; Metformin; Gliclazid|gliclazide; Amlodipin|amlodipine; Losartan; Enalapril; Captopril; Atorvastatin; Rosuvastatin; Loratadin|loratadine; Cetirizin|cetirizine; Prednisolon|prednisolone; Dexamethason|dexamethasone; Diclofenac; Meloxicam; Vitamin C; Vitamin B1; Vitamin B6; Vitamin B12; Berberin|berberine; Rutin; Rotundin|rotundine; Curcumin; Sildenafil; Tadalafil; Sibutramin|sibutramine; độ hòa tan|dissolution; độ rã|disintegration; độ đồng đều khối lượng|uniformity of mass; độ đồng đều hàm lượng|uniformity of content; mất khối lượng do làm khô|loss on drying; tro toàn phần|total ash; tạp chất liên quan|related substances; dung môi tồn dư|residual solvents; giới hạn nhiễm khuẩn|microbial limits; nội độc tố|endotoxins; độ vô khuẩn|sterility; pH; độ trong|clarity; tỷ trọng|relative density; chì|lead; asen|arsenic; thủy ngân|mercury; methylparaben; propylparaben; hydroquinon|hydroquinone; corticoid|corticosteroids; chỉ số khúc xạ|refractive index; năng suất quay cực|optical rotation; màu cấm Rhodamin B|banned colour Rhodamine B',
  ),
  techniques: words(
    'HPLC-DAD; HPLC-FLD; UV-VIS; TLC; GC-MS; LC-MS/MS; chuẩn độ điện thế|potentiometric titration; IR; AAS; LAL',
  ),
  methods: ['DDVN', 'USP', 'BP', 'TCCS', 'ACM'],
  range: { kind: 'loq', units: ['%', 'mg/viên', 'mg/kg', 'EU/mL', 'CFU/g'], scale: [0.01, 100], decimals: 2 },
}
