module example.com/acme/app

go 1.24

require (
	github.com/gin-gonic/gin v1.10.0
	golang.org/x/sync v0.10.0 // indirect
)
