package kernel

//go:generate go run -C gen . -what tiles -pkg kernel -out ../tiles_amd64.s -stubs ../tiles_amd64.go
//go:generate go run -C gen . -what peak -pkg peak -out ../peak/loop_amd64.s -stubs ../peak/loop_amd64.go
