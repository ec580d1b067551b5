package kernel

func fastTiles() []tile { return portableTiles() }

func fastPairRows() pairRows { return portablePairRows }

// Features names the code that runs on this processor: "portable".
func Features() string { return "portable" }
