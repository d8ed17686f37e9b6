// `npm run build`: out/ from the sources, when they changed.
import { ensureBundle } from './bundle.mjs'
import { runMain } from './setup/places.mjs'

await runMain(ensureBundle)
