package data

// Credits is a placeholder until the pictures land.
func Credits() string { return "" }
