package org.example.notes.persistence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.example.notes.domain.Note;
import org.springframework.stereotype.Component;

@Component
class MemoryNoteStorage implements NoteStorage {
  private final Map<String, Note> notes = new ConcurrentHashMap<>();

  @Override
  public Optional<Note> load(String id) {
    return Optional.ofNullable(notes.get(id));
  }

  @Override
  public Collection<Note> all() {
    return List.copyOf(notes.values());
  }

  @Override
  public void store(Note note) {
    notes.put(note.id(), note);
  }

  @Override
  public void remove(String id) {
    notes.remove(id);
  }
}
