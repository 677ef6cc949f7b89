package charts

import (
	"math"
	"testing"
)

func near(t *testing.T, what string, got, want []float64) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
	for i := range want {
		if math.Abs(got[i]-want[i]) > 1e-9*max(1, math.Abs(want[i])) {
			t.Errorf("%s: got %v, want %v", what, got, want)
			return
		}
	}
}

func TestLinearFitMatchesHandComputedValues(t *testing.T) {
	// x 1…5, y 2 4 5 4 5: slope 0.6, intercept 2.2.
	near(t, "linear", linearFit([]float64{1, 2, 3, 4, 5}, []float64{2, 4, 5, 4, 5}), []float64{2.8, 3.4, 4, 4.6, 5.2})
	// The last point counts: without it the slope of 0 0 3 would be 0.
	near(t, "last point", linearFit([]float64{0, 1, 2}, []float64{0, 0, 3}), []float64{-0.5, 1, 2.5})
	// Days since 1970, as on a calendar axis.
	near(t, "days", linearFit([]float64{19358, 19389, 19417}, []float64{19358, 19389, 19417}), []float64{19358, 19389, 19417})
	if linearFit([]float64{3, 3}, []float64{1, 2}) != nil {
		t.Error("points above each other have no line")
	}
}

func TestPolynomialFitMatchesHandComputedValues(t *testing.T) {
	x, y := []float64{0, 1, 2, 3, 4}, []float64{1, 2, 5, 10, 17} // x² + 1
	near(t, "parabola", polynomialFit(x, y, 2), y)
	// Least squares of a parabola through 0 1 0 1 0 at 0…4 is the constant-curvature 0.4: symmetric, values 0.0571… by hand:
	// normal equations in u = x−2 give c = −1/7, a = 0.4 + 2/7.
	a, c := 0.4+2.0/7, -1.0/7
	near(t, "zigzag", polynomialFit(x, []float64{0, 1, 0, 1, 0}, 2), []float64{a + 4*c, a + c, a, a + c, a + 4*c})
}

func TestMovingAveragesMatchHandComputedValues(t *testing.T) {
	y := []float64{2, 4, 6, 8, 10, 12}
	near(t, "sma 3", movingAverage(y, 3), []float64{4, 6, 8, 10})
	near(t, "sma 2", movingAverage([]float64{1, 2, 9}, 2), []float64{1.5, 5.5})
	near(t, "ema 3", exponentialAverage([]float64{10, 20, 30, 20}, 3), []float64{10, 15, 22.5, 21.25})
	if movingAverage(y, 7) != nil {
		t.Error("seven values of six have no average")
	}
}

func TestBollingerBandsMatchHandComputedValues(t *testing.T) {
	// Means of 2 4 6 and 4 6 14: 4 and 8; population deviations √(8/3) and √(56/3).
	lo, hi := bollingerBands([]float64{2, 4, 6, 14}, 3)
	s0, s1 := math.Sqrt(8.0/3), math.Sqrt(56.0/3)
	near(t, "upper", hi, []float64{4 + 2*s0, 8 + 2*s1})
	near(t, "lower", lo, []float64{4 - 2*s0, 8 - 2*s1})
}

func TestMACDMatchesHandComputedValues(t *testing.T) {
	line, signal := macd([]float64{10, 20, 30})
	e12 := []float64{10, 10 + 10*2.0/13, 0}
	e12[2] = e12[1] + (30-e12[1])*2.0/13
	e26 := []float64{10, 10 + 10*2.0/27, 0}
	e26[2] = e26[1] + (30-e26[1])*2.0/27
	want := []float64{0, e12[1] - e26[1], e12[2] - e26[2]}
	near(t, "macd", line, want)
	near(t, "signal", signal, []float64{0, want[1] * 0.2, want[1]*0.2 + (want[2]-want[1]*0.2)*0.2})
}
