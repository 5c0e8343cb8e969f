package books

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// NewBook is what a reader sends.
type NewBook struct {
	Title string `json:"title" binding:"required,max=120"`
	ISBN  string `json:"isbn" binding:"required,len=13"`
	Pages int    `json:"pages" binding:"gte=1,lte=5000"`
}

// Register adds the routes.
func Register(g *gin.RouterGroup) {
	g.POST("", create)
	g.GET("/:isbn", show)
}

func create(c *gin.Context) {
	var book NewBook
	if err := c.ShouldBindJSON(&book); err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
		return
	}
	if exists(book.ISBN) {
		c.AbortWithStatusJSON(http.StatusConflict, gin.H{"error": "the book is there already"})
		return
	}
	c.JSON(http.StatusCreated, book)
}

func show(c *gin.Context) {
	book, ok := find(c.Param("isbn"))
	if !ok {
		c.Status(http.StatusNotFound)
		return
	}
	c.JSON(http.StatusOK, book)
}
