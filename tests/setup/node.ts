// Every test file outside the renderer.
import { startAnew } from './anew'

startAnew()
