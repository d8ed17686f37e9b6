// How every PDF is opened here, whoever reads it: no script, no form program, no fetching, no picture larger than memory allows.
import { MOST_PIXELS } from '../../../db/model/files/image-size'

export const pdfOptions = {
  useWasm: false,
  useWorkerFetch: false,
  disableWorkerRendering: true,
  enableXfa: false,
  maxImageSize: MOST_PIXELS,
  verbosity: 0,
} as const
