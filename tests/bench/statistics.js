// The few numbers that tables show of many measurements.

const sorted = (values) => [...values].sort((left, right) => left - right);

function median(values) {
  const ordered = sorted(values);
  const middle = ordered.length >> 1;
  return ordered.length % 2 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
}

const maximum = (values) => sorted(values).pop();

const sum = (values) => values.reduce((total, value) => total + value, 0);

module.exports = { median, maximum, sum };
