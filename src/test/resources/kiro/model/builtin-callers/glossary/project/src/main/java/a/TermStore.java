package a;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

@Component
public class TermStore {
    private final Map<Long, Term> byId = new ConcurrentSkipListMap<>();
    private final AtomicLong last = new AtomicLong();

    public long nextId() {
        return last.incrementAndGet();
    }

    public Optional<Term> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Term> all() {
        return List.copyOf(byId.values());
    }

    public void save(Term term) {
        byId.put(term.id(), term);
    }
}
