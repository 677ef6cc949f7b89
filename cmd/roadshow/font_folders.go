package main

import (
	"path/filepath"
	"runtime"
)

// fontFolders are where this computer keeps its fonts, the user's own first.
func fontFolders(env func(string) string) []string {
	home := env("HOME")
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.Join(env("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts"), filepath.Join(env("WINDIR"), "Fonts")}
	case "darwin":
		return []string{filepath.Join(home, "Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts"}
	}
	return []string{filepath.Join(home, ".local", "share", "fonts"), filepath.Join(home, ".fonts"), "/usr/local/share/fonts", "/usr/share/fonts"}
}
