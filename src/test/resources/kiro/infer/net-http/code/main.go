package main

import (
	"net/http"
	"os"
	"time"
)

const maxNameLength = 50

func main() {
	s := &Server{users: NewStore()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /users/{id}", s.showUser)
	mux.HandleFunc("POST /users", s.createUser)
	mux.Handle("DELETE /users/{id}", requireToken(http.HandlerFunc(s.deleteUser)))
	server := &http.Server{Addr: os.Getenv("ADDR"), Handler: mux, ReadTimeout: 5 * time.Second}
	server.ListenAndServe()
}

func requireToken(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+os.Getenv("TOKEN") {
			http.Error(w, "a token is required", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}
