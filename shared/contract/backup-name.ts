/** `station-<last sequence number>-<UTC time, milliseconds>.db`: sorts by time, and can name no path. */
export const backupNamePattern = /^station-(\d{1,15})-(\d{8}T\d{9}Z)\.db$/
