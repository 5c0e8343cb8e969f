package main

import (
	"example.com/library/books"
	"github.com/gin-gonic/gin"
)

func main() {
	r := gin.Default()
	api := r.Group("/api")
	books.Register(api.Group("/books"))
	r.GET("/ping", func(c *gin.Context) { c.String(200, "pong") })
	r.Run()
}
