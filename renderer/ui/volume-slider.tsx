import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import styles from './volume-slider.module.css'

export interface VolumeSliderProps {
  readonly label: string
  /** 0 to 1. */
  readonly value: number
  readonly onChange: (value: number) => void
}

export const VolumeSlider = ({ label, value, onChange }: VolumeSliderProps) => (
  <Slider
    value={value}
    onChange={onChange}
    minValue={0}
    maxValue={1}
    step={0.05}
    formatOptions={{ style: 'percent' }}
    className={styles['slider'] ?? ''}
  >
    <Label>{label}</Label>
    <SliderOutput className={styles['output'] ?? ''} />
    <SliderTrack className={styles['track'] ?? ''}>
      <SliderThumb className={styles['thumb'] ?? ''} />
    </SliderTrack>
  </Slider>
)
