package page

import (
	"roadshow/assets"
	"roadshow/scene"
)

// SlideStyles are the text styles of slides in one look (DESIGN.md §2.3).
type SlideStyles struct {
	Masthead, CoverTitle, CoverStand, CoverSmall, CoverMedium            scene.Style
	Title, Deck, Body, Body2, CommentHead, Comment                       scene.Style
	Pull, QuoteMark, Name, PanelName, Role                               scene.Style
	KPI, KPILabel, KPINote, Delta                                        scene.Style
	ExhibitTitle, ExhibitUnit, Label, Annotation                         scene.Style
	SoWhatLabel, SoWhat                                                  scene.Style
	Source, Footer, Folio, Tracker, TrackerNow, Sticker                  scene.Style
	DividerNumber, DividerTitle, DividerStand, Statement, StatementSmall scene.Style
	ContentsNumber, ContentsName, Lead, Numeral                          scene.Style
	TableText, TableHead, TableStrong                                    scene.Style
	Appendix, AppendixHead                                               scene.Style
}

func slideStyles(l *assets.Look) *SlideStyles {
	st := func(f scene.Font, size, leading scene.Pt, c scene.Color) scene.Style {
		if l.HeavySmallLight && f == scene.SerifLight && size < 20 {
			f = scene.Serif
		}
		return scene.Style{Font: f, Size: size, Leading: leading, Color: c}
	}
	track := func(s scene.Style, t scene.Pt) scene.Style { s.Tracking = t; return s }
	text, muted, accent := l.Text, l.Muted, l.Accent
	title := track(st(scene.SerifSemiBold, 27, 32, text), -0.2)
	if l.SansTitles {
		title = track(st(scene.SansSemiBold, 24, 29, text), -0.2)
	}
	return &SlideStyles{
		Masthead:   track(st(scene.SansSemiBold, 8.5, 11, text), 1.1),
		CoverTitle: track(st(scene.SerifLight, 68, 67, text), -1.6), CoverStand: st(scene.Serif, 17, 24, muted),
		CoverSmall: st(scene.Sans, 9.5, 14, muted), CoverMedium: st(scene.SansMedium, 10.5, 16, text),
		Title: title, Deck: st(scene.Sans, 13, 18, muted), Body: st(scene.Sans, 12, 17, text), Body2: st(scene.Sans, 11, 15, muted),
		CommentHead: st(scene.SansSemiBold, 12.5, 17, text), Comment: st(scene.Sans, 11.5, 16.5, muted),
		Pull: st(scene.SerifLight, 44, 54, text), QuoteMark: st(scene.SerifSemiBold, 110, 110, accent),
		Name: st(scene.SansSemiBold, 12.5, 16, text), PanelName: st(scene.SerifSemiBold, 22, 26, l.OnAccent), Role: st(scene.Sans, 10.5, 14, muted),
		KPI: track(st(scene.SerifLight, 54, 58, accent), -1.08), KPILabel: st(scene.Sans, 12, 16, text), KPINote: st(scene.Cond, 9, 11, muted), Delta: st(scene.SansSemiBold, 11, 14, text),
		ExhibitTitle: st(scene.SansSemiBold, 12, 16, text), ExhibitUnit: st(scene.Sans, 12, 16, muted),
		Label: st(scene.SansMedium, 11, 14, text), Annotation: st(scene.SansMedium, 10.5, 14, text),
		SoWhatLabel: st(scene.SansSemiBold, 10.5, 14, accent), SoWhat: st(scene.SerifSemiBold, 17, 22, text),
		Source: st(scene.Cond, 9, 11, muted), Footer: st(scene.Cond, 8.5, 11, muted), Folio: st(scene.SansMedium, 9, 11, text),
		Tracker: st(scene.Sans, 8.5, 11, muted), TrackerNow: st(scene.SansMedium, 8.5, 11, accent), Sticker: st(scene.SansMedium, 9, 11, muted),
		DividerNumber: track(st(scene.SerifLight, 190, 190, l.OnAccent), -4), DividerTitle: st(scene.SerifLight, 44, 50, l.OnAccent),
		DividerStand: st(scene.Serif, 13, 19, l.OnAccent), Statement: track(st(scene.SerifLight, 56, 64, text), -0.8), StatementSmall: st(scene.Serif, 13, 19, muted),
		ContentsNumber: st(scene.SerifLight, 34, 38, accent), ContentsName: st(scene.SerifSemiBold, 17, 22, text),
		Lead: st(scene.SerifSemiBold, 15.5, 20, text), Numeral: st(scene.SerifLight, 27, 32, accent),
		TableText: st(scene.Sans, 11.5, 15, text), TableHead: st(scene.SansSemiBold, 10.5, 14, muted), TableStrong: st(scene.SansSemiBold, 11.5, 15, text),
		Appendix: st(scene.Cond, 9, 12.5, text), AppendixHead: st(scene.SansSemiBold, 10.5, 14, text),
	}
}

// diagramStyles are the document's styles at slide sizes, for what both media share: tables, the words of scorecards,
// stickers, citation marks.
func diagramStyles(l *assets.Look) *Styles {
	st, s := documentStyles(l), slideStyles(l)
	st.TableText, st.TableHead, st.TableStrong = s.TableText, s.TableHead, s.TableStrong
	st.Note = s.TableText.In(scene.Cond).At(9.5, 12.5)
	st.Cite = s.Source.In(scene.CondMedium)
	st.Sticker = s.Sticker
	return st
}
