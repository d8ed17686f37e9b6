// What sample laboratories work on: the words of their names, the families of their scope, the form of their annex.
import type { annexForms, labKinds, sectors } from '../../model/vocabulary'
import { calibration } from './words/calibration'
import { airMonitoring, cargoInspection, waterChemistry, waterMicrobiology } from './words/environment'
import type { Family, Words } from './words/family'
import { aquaticDiseases, feedAndSoil, foodChemistry, microbiology, pesticides, veterinaryDrugs } from './words/food'
import { construction, electrical, fuels, metalsAndWelds } from './words/materials'
import { drugs, medical } from './words/medicine'

export interface Domain {
  /** what stands in the laboratory's name */
  words: Words
  kind: (typeof labKinds)[number]
  sectors: readonly (typeof sectors)[number][]
  families: readonly Family[]
  form: (typeof annexForms)[number]
  /** standard it is accredited to today; an older edition it may have come from */
  standard: string
  before: string | null
}

const TESTS = 'AFL 01/12'
const lab = (words: Words, families: readonly Family[], own: Partial<Domain> = {}): Domain => ({
  words,
  kind: 'testing',
  sectors: ['enterprise'],
  families,
  form: TESTS,
  standard: 'ISO/IEC 17025:2017',
  before: null,
  ...own,
})

export const domains = {
  food: lab(['Thực phẩm', 'Food'], [foodChemistry, pesticides, microbiology], {
    sectors: ['enterprise', 'st_public', 'st_private'],
  }),
  water: lab(['Nước và Nước thải', 'Water and Waste Water'], [waterChemistry, waterMicrobiology], {
    sectors: ['enterprise', 'environment'],
  }),
  environment: lab(['Quan trắc môi trường', 'Environmental Monitoring'], [airMonitoring, waterChemistry], {
    kind: 'environment',
    sectors: ['environment', 'enterprise'],
  }),
  aquatic: lab(['Thủy sản', 'Aquaculture'], [veterinaryDrugs, aquaticDiseases, microbiology], {
    sectors: ['agriculture'],
  }),
  feed: lab(['Phân bón và Thức ăn chăn nuôi', 'Fertilizer and Feed'], [feedAndSoil], {
    sectors: ['agriculture', 'enterprise'],
  }),
  construction: lab(['Vật liệu xây dựng', 'Construction Materials'], [construction], {
    kind: 'construction',
    sectors: ['construction', 'enterprise'],
  }),
  welding: lab(['Cơ khí và Không phá hủy', 'Mechanical and NDT'], [metalsAndWelds], { sectors: ['enterprise'] }),
  fuels: lab(['Xăng dầu và Than', 'Petroleum and Coal'], [fuels], { sectors: ['enterprise', 'customs'] }),
  electrical: lab(['Điện – Điện tử', 'Electrical and Electronic'], [electrical], {
    sectors: ['enterprise', 'st_public'],
  }),
  drugs: lab(['Dược – Mỹ phẩm', 'Drugs and Cosmetics'], [drugs], { sectors: ['health'] }),
  calibration: lab(['Hiệu chuẩn phương tiện đo', 'Calibration'], [calibration], {
    kind: 'calibration',
    sectors: ['st_public', 'enterprise'],
    form: 'AFL 01/13',
  }),
  medical: lab(['Xét nghiệm y học', 'Medical'], [medical], {
    kind: 'medical',
    sectors: ['health'],
    form: 'medical',
    standard: 'ISO 15189:2022',
    before: 'ISO 15189:2012',
  }),
  inspection: lab(['Giám định hàng hóa', 'Cargo Inspection'], [cargoInspection], {
    kind: 'inspection',
    sectors: ['enterprise'],
    form: 'inspection',
    standard: 'ISO/IEC 17020:2012',
  }),
} satisfies Record<string, Domain>

export type DomainKey = keyof typeof domains
