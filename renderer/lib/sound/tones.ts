/** One beep: a gliding or steady tone with its place in the sound. */
export interface Tone {
  readonly wave: 'sine' | 'triangle' | 'square' | 'sawtooth'
  /** Hz at the start and at the end. */
  readonly from: number
  readonly to: number
  /** Milliseconds from the start of the sound, and how long. */
  readonly at: number
  readonly ms: number
  /** 0 to 1, before the volume. */
  readonly gain: number
}

const steady = (wave: Tone['wave'], pitch: number, at: number, ms: number, gain: number): Tone => ({
  wave,
  from: pitch,
  to: pitch,
  at,
  ms,
  gain,
})

/** Six sounds that differ in rhythm as well as pitch, so that they are told apart in a noisy hall and by anyone's ears. */
export const sounds = {
  /** One short high tick. */
  accepted: [steady('sine', 1320, 0, 90, 0.8)],
  /** Two low growls. */
  refused: [steady('sawtooth', 196, 0, 190, 0.7), steady('sawtooth', 165, 240, 320, 0.7)],
  /** One long falling buzz. */
  'line-complete': [{ wave: 'square', from: 520, to: 330, at: 0, ms: 420, gain: 0.35 }],
  /** A rising chord of four. */
  'carton-complete': [
    steady('triangle', 523, 0, 130, 0.8),
    steady('triangle', 659, 130, 130, 0.8),
    steady('triangle', 784, 260, 130, 0.8),
    steady('triangle', 1047, 390, 340, 0.9),
  ],
  /** A siren: up and down, twice. */
  'wrong-carton': [
    { wave: 'square', from: 440, to: 880, at: 0, ms: 220, gain: 0.4 },
    { wave: 'square', from: 880, to: 440, at: 220, ms: 220, gain: 0.4 },
    { wave: 'square', from: 440, to: 880, at: 440, ms: 220, gain: 0.4 },
    { wave: 'square', from: 880, to: 440, at: 660, ms: 220, gain: 0.4 },
  ],
  /** Three falling drops with pauses. */
  'device-lost': [
    { wave: 'sine', from: 900, to: 450, at: 0, ms: 160, gain: 0.8 },
    { wave: 'sine', from: 900, to: 450, at: 300, ms: 160, gain: 0.8 },
    { wave: 'sine', from: 900, to: 450, at: 600, ms: 160, gain: 0.8 },
  ],
} as const satisfies Record<string, readonly Tone[]>

export type SoundName = keyof typeof sounds

export const soundNames = [
  'accepted',
  'refused',
  'line-complete',
  'carton-complete',
  'wrong-carton',
  'device-lost',
] as const satisfies readonly SoundName[]
