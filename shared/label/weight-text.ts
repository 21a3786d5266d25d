/** 12.48 kg */
export const kilograms = (grams: number): string => `${(grams / 1000).toFixed(2)} kg`
