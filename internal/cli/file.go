package cli

import "convtutor/internal/wholefile"

// replaceFile puts a text in the place of a file, or makes one that everybody
// may read.
func replaceFile(path, text string) error { return wholefile.Write(path, []byte(text), 0o644) }
