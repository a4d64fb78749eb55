/** One line of the doctor: what was looked at, what was found, and what to do about it. */
export interface Diagnosis {
  name: string;
  /** 'warn': works, but not as well as it could, or not yet. */
  ok: boolean | 'warn';
  found: string;
  /** What to do; undefined when nothing. */
  fix?: string;
}
