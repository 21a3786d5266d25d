import { useSay } from '#renderer/lib/i18n/index.ts'
import { useStation } from '#renderer/lib/station.tsx'
import { Button } from '#renderer/ui/button.tsx'

/** The other language, named in itself. */
export const LanguageSwitch = () => {
  const say = useSay()
  const { act } = useStation()
  const other = say.language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button
      tone="quiet"
      aria-label={other === 'en' ? 'EN · English' : '中文'}
      onPress={() => void act('app.setLanguage', other)}
    >
      <span lang={other}>{other === 'en' ? 'EN' : '中文'}</span>
    </Button>
  )
}
