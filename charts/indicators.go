package charts

import (
	chart "github.com/wcharczuk/go-chart/v2"
)

// The maths of trends and indicators is go-chart's; two of its habits are corrected here. Its regressions leave out the
// last point of their window, so a point is appended that they drop. Its moving average takes one value more than its
// period, so it is asked for one less.

// points are x and y for go-chart.
type points struct{ x, y []float64 }

func (p points) Len() int                           { return len(p.x) }
func (p points) GetValues(i int) (float64, float64) { return p.x[i], p.y[i] }

// extended repeats the last point.
func (p points) extended() points {
	n := len(p.x) - 1
	return points{append(p.x[:n+1:n+1], p.x[n]), append(p.y[:n+1:n+1], p.y[n])}
}

// centred maps x to −1 … 1, which keeps powers of days within the precision of floats.
func centred(x []float64) []float64 {
	out := make([]float64, len(x))
	lo, hi := x[0], x[0]
	for _, v := range x {
		lo, hi = min(lo, v), max(hi, v)
	}
	for i, v := range x {
		if hi > lo {
			out[i] = (v-lo)/(hi-lo)*2 - 1
		}
	}
	return out
}

// linearFit is the least-squares line through the points, at each x; nil where all x are one.
func linearFit(x, y []float64) []float64 {
	if len(x) < 2 || constant(x) {
		return nil
	}
	s := &chart.LinearRegressionSeries{InnerSeries: points{centred(x), y}.extended()}
	return values(len(x), s.GetValues)
}

// polynomialFit is the least-squares polynomial of a degree, at each of at.
func polynomialFit(x, y []float64, degree int) []float64 {
	if len(x) <= degree || constant(x) {
		return nil
	}
	s := &chart.PolynomialRegressionSeries{Degree: degree, InnerSeries: points{centred(x), y}.extended()}
	return values(len(x), s.GetValues)
}

// movingAverage is the mean of n values up to each; the first n−1 have none and are left out.
func movingAverage(y []float64, n int) []float64 {
	if n < 2 || len(y) < n {
		return nil
	}
	s := chart.SMASeries{Period: n - 1, InnerSeries: points{y, y}}
	return values(len(y), s.GetValues)[n-1:]
}

// exponentialAverage weighs each value 2 / (n + 1), starting from the first.
func exponentialAverage(y []float64, n int) []float64 {
	if n < 1 || len(y) == 0 {
		return nil
	}
	s := &chart.EMASeries{Period: n, InnerSeries: points{y, y}}
	return values(len(y), s.GetValues)
}

// bollingerBands are the moving average ± two standard deviations (of the population) over n values; the first n−1 have
// none and are left out.
func bollingerBands(y []float64, n int) (lower, upper []float64) {
	if n < 2 || len(y) < n {
		return nil, nil
	}
	s := &chart.BollingerBandsSeries{Period: n, K: 2, InnerSeries: points{y, y}}
	for i := range y {
		_, hi, lo := s.GetBoundedValues(i)
		lower, upper = append(lower, lo), append(upper, hi)
	}
	return lower[n-1:], upper[n-1:]
}

// macd is the 12-value less the 26-value exponential average, and its 9-value exponential average, the signal.
func macd(y []float64) (line, signal []float64) {
	if len(y) < 2 {
		return nil, nil
	}
	inner := points{y, y}
	l := &chart.MACDLineSeries{InnerSeries: inner}
	s := &chart.MACDSignalSeries{InnerSeries: inner}
	return values(len(y), l.GetValues), values(len(y), s.GetValues)
}

func values(n int, at func(int) (float64, float64)) []float64 {
	out := make([]float64, n)
	for i := range out {
		_, out[i] = at(i)
		if !finite(out[i]) {
			return nil
		}
	}
	return out
}

func constant(x []float64) bool {
	for _, v := range x {
		if v != x[0] {
			return false
		}
	}
	return true
}
