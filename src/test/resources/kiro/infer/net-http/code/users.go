package main

import (
	"encoding/json"
	"errors"
	"net/http"
)

type Server struct {
	users *Store
}

type newUser struct {
	Name string `json:"name"`
}

func (s *Server) showUser(w http.ResponseWriter, r *http.Request) {
	user, err := s.users.Find(r.PathValue("id"))
	if errors.Is(err, ErrNotFound) {
		http.NotFound(w, r)
		return
	}
	json.NewEncoder(w).Encode(user)
}

func (s *Server) createUser(w http.ResponseWriter, r *http.Request) {
	var body newUser
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, "the body is no JSON", http.StatusBadRequest)
		return
	}
	if len(body.Name) > maxNameLength {
		http.Error(w, "the name is too long", http.StatusUnprocessableEntity)
		return
	}
	w.WriteHeader(http.StatusCreated)
	json.NewEncoder(w).Encode(s.users.Add(body.Name))
}

func (s *Server) deleteUser(w http.ResponseWriter, r *http.Request) {
	s.users.Remove(r.PathValue("id"))
	w.WriteHeader(http.StatusNoContent)
}
