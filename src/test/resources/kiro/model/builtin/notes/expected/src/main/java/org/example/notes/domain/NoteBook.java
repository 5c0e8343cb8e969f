package org.example.notes.domain;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.example.notes.persistence.NoteStorage;
import org.springframework.stereotype.Service;

@Service
public class NoteBook {
  private final NoteStorage storage;
  private final Clock clock;

  public NoteBook(NoteStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  public Note read(String id) {
    return storage.load(id).orElseThrow(() -> new NoteNotFoundException(id));
  }

  public Note create(String title, String text) {
    Note note = new Note(UUID.randomUUID().toString(), title, text, LocalDateTime.now(clock));
    storage.store(note);
    return note;
  }

  public void delete(String id) {
    read(id);
    storage.remove(id);
  }

  public List<Note> list() {
    return storage.all().stream()
        .sorted(Comparator.comparing(Note::createdAt).reversed())
        .toList();
  }
}
