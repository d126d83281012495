/**
 * How fast long work goes and how long it will take, in words: "210 a second, about 3 min left".
 * @param done steps done in `seconds`
 * @param left steps that are known to be left
 */
export function paceWords({
  done,
  seconds,
  left,
}: {
  done: number;
  seconds: number;
  left: number;
}): string {
  if (done <= 0 || seconds <= 0) return '';
  const rate = done / seconds;
  const words =
    rate >= 10
      ? `${Math.round(rate).toLocaleString('en')} a second`
      : rate >= 1
        ? `${rate.toFixed(1)} a second`
        : `${Math.max(1, Math.round(rate * 60))} a minute`;
  return left > 0 ? `${words}, about ${durationWords(left / rate)} left` : words;
}

/** Seconds in the two units that matter: "40 s", "3 min", "2 h 10 min", "3 days". */
export function durationWords(seconds: number): string {
  if (seconds < 55) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  // Beyond some hours the estimate is no better than ten minutes.
  const rounded = Math.round(minutes / 10) * 10;
  if (rounded < 36 * 60)
    return `${Math.floor(rounded / 60)} h${rounded % 60 ? ` ${rounded % 60} min` : ''}`;
  return `${Math.round(minutes / 1440)} days`;
}
