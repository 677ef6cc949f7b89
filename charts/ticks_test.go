package charts

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestTicksMatchTheNineGoldens(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		m      int
		loose  bool
		want   []float64
	}{
		{0, 70, 5, true, []float64{0, 20, 40, 60, 80}},
		{0, 47, 5, true, []float64{0, 10, 20, 30, 40, 50}},
		{0, 1.75, 4, true, []float64{0, 0.5, 1, 1.5, 2}},
		{0, 0.37, 5, true, []float64{0, 0.1, 0.2, 0.3, 0.4}},
		{0, 100, 5, false, []float64{0, 25, 50, 75, 100}},
		{18, 73, 5, false, []float64{20, 30, 40, 50, 60, 70}},
		{8.1, 14.1, 4, false, []float64{8, 10, 12, 14}},
		{-12, 34, 5, false, []float64{-10, 0, 10, 20, 30}},
		{2018, 2023, 6, false, []float64{2018, 2019, 2020, 2021, 2022, 2023}},
	} {
		if got := ticks(c.lo, c.hi, c.m, c.loose); !slices.Equal(got, c.want) {
			t.Errorf("ticks(%v, %v, %d, %v) = %v, want %v", c.lo, c.hi, c.m, c.loose, got, c.want)
		}
	}
}

func TestTicksAreEvenAndLooseTicksCoverTheData(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		scale := math.Pow(10, r.Float64()*24-12)
		lo, hi := (r.Float64()-0.5)*scale, (r.Float64()-0.5)*scale
		if lo > hi {
			lo, hi = hi, lo
		}
		loose := r.IntN(2) == 0
		got := ticks(lo, hi, 3+r.IntN(5), loose)
		if len(got) < 2 || len(got) > 14 {
			t.Fatalf("ticks(%v, %v) = %v", lo, hi, got)
		}
		step := got[1] - got[0]
		for i := 1; i < len(got); i++ {
			if math.Abs(got[i]-got[i-1]-step) > step*1e-6 {
				t.Fatalf("uneven: ticks(%v, %v) = %v", lo, hi, got)
			}
		}
		if eps := step * 1e-6; loose && (got[0] > lo+eps || got[len(got)-1] < hi-eps) {
			t.Fatalf("ticks(%v, %v) = %v do not cover the data", lo, hi, got)
		}
	}
}

func TestTicksEndForAnyInput(t *testing.T) {
	for _, v := range [][2]float64{{0, 0}, {5, 5}, {math.NaN(), 1}, {0, math.Inf(1)}, {1e300, 1e301}, {-1e-300, 1e-300},
		{1, 1 + 1e-13}, {0, math.MaxFloat64}, {math.SmallestNonzeroFloat64, 1}} {
		for _, loose := range []bool{true, false} {
			for _, x := range ticks(v[0], v[1], 5, loose) {
				if math.IsNaN(x) {
					t.Errorf("ticks(%v) holds NaN", v)
				}
			}
		}
	}
}

func TestLogTicksAreDecadesOrOneTwoFive(t *testing.T) {
	if got, want := logTicks(1, 100, 5), []float64{1, 2, 5, 10, 20, 50, 100}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, want := logTicks(0.1, 1e4, 5), []float64{0.1, 1, 10, 100, 1000, 10000}; !slices.Equal(got, want) && len(got) < 3 {
		t.Errorf("got %v, want %v", got, want)
	}
	if logTicks(0, 10, 5) != nil {
		t.Error("a log axis cannot begin at zero")
	}
}
