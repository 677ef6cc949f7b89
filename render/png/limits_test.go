package png

import (
	"errors"
	"testing"

	"roadshow/internal/limits"
	"roadshow/scene"
)

func passed(err error, id limits.ID) bool {
	var p *limits.Passed
	return errors.As(err, &p) && p.Limit == id
}

func TestAPageHasAsManyPixelsAsTheLimitSays(t *testing.T) {
	for h, refused := range map[scene.Pt]bool{8192: false, 8193: true} {
		d := onePage()
		d.Size = scene.Size{W: scene.Pt(limits.DrawnPixels.N() / 8192), H: h}
		if _, err := measure(d, Options{DPI: 72}); passed(err, limits.DrawnPixels) != refused {
			t.Errorf("a page of 8,192 × %v pixels: %v", h, err)
		}
	}
}

func TestDashesDivideAPathIntoAsManyPartsAsTheLimitSays(t *testing.T) {
	for n, refused := range map[int]bool{limits.Dashes.N(): false, limits.Dashes.N() + 1: true} {
		s := stroker{out: &polyline{}, half: 0.5}
		if err := s.dashed([]point{{0, 0}, {float64(n) + 0.5, 0}}, false, []float64{1}); passed(err, limits.Dashes) != refused {
			t.Errorf("%d parts: %v", n, err)
		}
	}
}
