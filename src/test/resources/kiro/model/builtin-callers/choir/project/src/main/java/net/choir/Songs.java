package net.choir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

@Component
public class Songs {
    private final Map<Long, Song> all = new ConcurrentSkipListMap<>();
    private final AtomicLong last = new AtomicLong();

    public long nextId() {
        return last.incrementAndGet();
    }

    public void put(Song song) {
        all.put(song.id(), song);
    }

    public Optional<Song> find(long id) {
        return Optional.ofNullable(all.get(id));
    }

    public List<Song> all() {
        return List.copyOf(all.values());
    }

    public void remove(long id) {
        all.remove(id);
    }
}
