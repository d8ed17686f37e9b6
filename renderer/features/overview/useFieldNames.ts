// Names of fields in the window's language: the overview itself carries the Vietnamese ones.
import { useTexts } from '../../texts/texts'
import { useCall } from '../../useCall'

export function useFieldNames(): (key: string, vi: string) => string {
  const { language } = useTexts()
  const reference = useCall('reference.get', {}, { enabled: language === 'en' })
  if (language !== 'en' || reference.state !== 'ready') return (_key, vi) => vi
  const names = new Map(reference.data.fields.map(({ key, en }) => [key, en]))
  return (key, vi) => names.get(key) ?? vi
}
