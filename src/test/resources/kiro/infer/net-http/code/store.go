package main

import (
	"database/sql"
	"errors"
)

// ErrNotFound says that there is no such user.
var ErrNotFound = errors.New("no such user")

// Store keeps users.
type Store struct {
	db *sql.DB
}

// NewStore opens the store.
func NewStore() *Store { return &Store{} }

// Find looks a user up.
func (s *Store) Find(id string) (string, error) {
	row := s.db.QueryRow("select name from users where id = ?", id)
	var name string
	if err := row.Scan(&name); err != nil {
		return "", ErrNotFound
	}
	return name, nil
}

// Add keeps a user.
func (s *Store) Add(name string) string {
	s.db.Exec("insert into users (name) values (?)", name)
	return name
}

// Remove drops a user.
func (s *Store) Remove(id string) { s.db.Exec("delete from users where id = ?", id) }
