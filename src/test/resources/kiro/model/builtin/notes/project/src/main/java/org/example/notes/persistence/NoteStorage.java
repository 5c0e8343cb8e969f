package org.example.notes.persistence;

import java.util.Collection;
import java.util.Optional;
import org.example.notes.domain.Note;

public interface NoteStorage {
  Optional<Note> load(String id);

  Collection<Note> all();

  void store(Note note);

  void remove(String id);
}
