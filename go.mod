module convtutor

go 1.26
