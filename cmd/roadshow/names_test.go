package main

import "testing"

func TestFilesAreNamedAfterFolderOrOutline(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		folder, file, want string
	}{
		{"data/crossroads", "briefing.yaml", "crossroads"},
		{"data/crossroads/", "briefing.yaml", "crossroads"},
		{"data/../data/crossroads", "briefing.yaml", "crossroads"},
		{"data/crossroads", "autumn.yaml", "autumn"},
		{"data", "autumn.2024.yml", "autumn.2024"},
		{".", "", "briefing"},
		{"/", "briefing.yaml", "briefing"},
		{"data", ".yaml", "briefing"},
		{"data", "no-ending", "no-ending"},
		{"v1.2", "briefing.yaml", "v1.2"},
	} {
		if got := (outlineText{folder: c.folder, file: c.file}).stem(); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.file, c.folder, got, c.want)
		}
	}
}
