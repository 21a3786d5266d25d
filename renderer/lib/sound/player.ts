import { sounds, type SoundName, type Tone } from './tones.ts'

export interface SoundPlayer {
  /** Opens the loudspeaker, which takes long: ahead of the first sound, that no answer waits for it. */
  open(): void
  /** Plays a sound at `volume` (0 to 1); a newer sound cuts off the one that plays. */
  play(name: SoundName, volume: number): void
}

/** Seconds in which a tone swells and fades, so that it does not click. */
const edge = 0.008

const schedule = (context: AudioContext, out: GainNode, tone: Tone, start: number): void => {
  const from = start + tone.at / 1000
  const until = from + tone.ms / 1000
  const oscillator = context.createOscillator()
  const envelope = context.createGain()
  oscillator.type = tone.wave
  oscillator.frequency.setValueAtTime(tone.from, from)
  oscillator.frequency.linearRampToValueAtTime(tone.to, until)
  envelope.gain.setValueAtTime(0, from)
  envelope.gain.linearRampToValueAtTime(tone.gain, from + edge)
  envelope.gain.setValueAtTime(tone.gain, until - edge)
  envelope.gain.linearRampToValueAtTime(0, until)
  oscillator.connect(envelope).connect(out)
  oscillator.start(from)
  oscillator.stop(until)
}

/** Sounds made by oscillators. */
export const createSoundPlayer = (openContext: () => AudioContext): SoundPlayer => {
  let known: AudioContext | null = null
  let playing: GainNode | null = null
  const opened = (): AudioContext => (known ??= openContext())
  return {
    open: () => void opened(),
    play: (name, volume) => {
      if (volume <= 0) return
      const context = opened()
      if (context.state === 'suspended') void context.resume()
      playing?.disconnect()
      const out = context.createGain()
      // Loudness is heard logarithmically.
      out.gain.value = volume ** 2
      out.connect(context.destination)
      for (const tone of sounds[name]) schedule(context, out, tone, context.currentTime + 0.005)
      playing = out
    },
  }
}
