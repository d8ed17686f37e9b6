// From a name behind a figure to the page of its laboratory.
import type { FigureName } from '../../../db/model/shapes/figures'
import { useNavigation } from '../../stores/navigation'

export const openLab = ({ lab }: Pick<FigureName, 'lab'>): void => useNavigation.getState().go('lab', { id: lab })
