package main

import "net/http"

type Server struct {
	store Store
	mux   *http.ServeMux
	Name, addr string `json:"name"`
}

type Store interface {
	Get(id string) (Item, error)
	Put(Item) error
}

type Item struct{ ID string }

func NewServer(s Store) *Server { return &Server{store: s} }

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	item, err := s.store.Get(r.URL.Path)
	if err != nil {
		s.fail(w, err)
		return
	}
	_ = item
}

func (s *Server) fail(w http.ResponseWriter, err error) {}

type Memory map[string]Item

func (m Memory) Get(id string) (Item, error) { return m[id], nil }
func (m Memory) Put(i Item) error            { m[i.ID] = i; return nil }
