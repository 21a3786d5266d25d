import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Dialog } from './dialog.tsx'
import styles from './thumbnails.module.css'

export interface ThumbnailsProps {
  readonly photos: readonly { readonly src: string; readonly name: string }[]
  readonly closeLabel: string
}

/** Photos, small; a press shows one large. */
export const Thumbnails = ({ photos, closeLabel }: ThumbnailsProps) => {
  const [large, setLarge] = useState<ThumbnailsProps['photos'][number] | null>(null)
  if (photos.length === 0) return null
  return (
    <div className={styles['photos']}>
      {photos.map((photo) => (
        <AriaButton
          key={photo.src}
          className={styles['small'] ?? ''}
          onPress={() => setLarge(photo)}
        >
          <img src={photo.src} alt={photo.name} />
        </AriaButton>
      ))}
      {large === null ? null : (
        <Dialog
          isOpen
          size="wide"
          title={large.name}
          closeLabel={closeLabel}
          onClose={() => setLarge(null)}
        >
          <img className={styles['large']} src={large.src} alt={large.name} />
        </Dialog>
      )}
    </div>
  )
}
